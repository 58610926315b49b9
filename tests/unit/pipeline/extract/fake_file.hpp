#pragma once
#include "pipeline/read/pass_reader.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vidimus::tests {

/// A line set from (x, y) in 10-point-like print: each character 2 mm, Han 4 mm wide; words as an engine cuts them.
Line printed(const std::string& text, double x, double y, double confidence = 0.95, const std::string& languages = "");

/// A file of one page whose lines are given. Re-reads of a region are answered by `again`, by default with the print
/// that stands there.
class FakeFile : public pipeline::FileReader {
public:
    explicit FakeFile(std::vector<Line> lines);

    const std::vector<Page>& pages() const override { return m_pages; }
    Result<Pass> run(const PassRequest& request) override;
    Result<Pass> runWith(const DesignPrint& print, const PassRequest& request) override;
    Result<pipeline::PagePicture> picture(PageIndex, Dpi) override
    {
        return Error{ErrorKind::Unsupported, "no picture", "test"};
    }
    Dependencies dependencies() const override { return {}; }

    std::function<std::string(const PassRequest&, std::string truth)> again;
    std::string inGaps; ///< what stands where no word was read
    std::vector<Mrz> zones;
    std::vector<Code> codes;
    int rereads = 0;
    std::map<std::string, Registration> registrations; ///< by the exemplar's digest; none: of another design
    std::vector<KeyPoint> keyPoints; ///< that it tells when an exemplar is made, wherever it was told to look
    DesignPrint asked; ///< what it was told then
    int registered = 0; ///< how often the page was to be laid onto an exemplar

private:
    std::vector<Page> m_pages;
    std::vector<Line> m_lines;
};

/// Validators by name; nothing else.
class FakeServices : public pipeline::PluginServices {
public:
    std::map<std::string, std::function<Result<Validation>(const std::string&)>> validators;

    std::function<std::optional<std::string>(const std::string& latin, const std::string& han)> parts;

    std::optional<std::string> nameInParts(const std::string& latin, const std::string& han) override
    {
        return parts ? parts(latin, han) : std::nullopt;
    }
    Result<std::unique_ptr<pipeline::FileReader>> open(const File&, std::span<const std::uint8_t>) override
    {
        return Error{ErrorKind::Unsupported, "no files", "test"};
    }
    Result<Validation> validate(const std::string& validator, const std::string& value) override;
    Result<std::vector<pipeline::FoundField>> readFields(
        const std::string&, const std::vector<Line>&, const std::vector<Code>&, const std::vector<Mrz>&) override
    {
        return std::vector<pipeline::FoundField>();
    }
    std::vector<pipeline::CheckResult> check(
        const Evidence&, const pipeline::CheckRules&, const std::vector<pipeline::CheckOrder>&) override
    {
        return {};
    }
};

} // namespace vidimus::tests
