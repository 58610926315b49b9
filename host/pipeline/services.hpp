#pragma once
#include "core/dependencies.hpp"
#include "core/evidence.hpp"
#include "core/exemplar.hpp"
#include "core/file.hpp"
#include "core/finding.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

/// What the stages need from plugins, seen from the pipeline: they know neither workers nor wires.
namespace vidimus::pipeline {

/// A page's pixels as acquired, 8-bit RGB or grey, rows without padding.
struct PagePicture {
    std::uint32_t width = 0, height = 0;
    std::uint32_t channels = 3; ///< 1 grey, 3 RGB
    Dpi dpi;
    std::vector<std::uint8_t> pixels;
};

/// One opened file. Used by one thread at a time.
class FileReader {
public:
    virtual ~FileReader() = default;
    virtual const std::vector<Page>& pages() const = 0;
    virtual Result<Pass> run(const PassRequest& request) = 0;
    /// A pass with the print of a design beside it: "registration", "key-points". The request names its digest.
    virtual Result<Pass> runWith(const DesignPrint&, const PassRequest& request)
    {
        return Error{ErrorKind::Unsupported, "no reader lays pages onto exemplars: " + request.what, "pipeline"};
    }
    virtual Result<PagePicture> picture(PageIndex page, Dpi dpi) = 0;
    /// What the answers given so far rest on.
    virtual Dependencies dependencies() const = 0;
};

/// A field that a plugin's field-reader found in lines.
struct FoundField {
    Field field;
    std::size_t line = 0;
};

/// What one check answered, before levels and severities.
struct CheckResult {
    std::string check;
    std::string plugin, pluginVersion;
    std::optional<DocumentIndex> document; ///< none: asked of the case
    Outcome outcome = Outcome::Indeterminate;
    std::string reason;
    std::optional<Level> atMost; ///< no graver than this, whatever the profile says
    std::vector<Citation> citations;
    std::map<std::string, std::string> values;
    std::string source;
};

/// What a check is asked, and with which parameters.
struct CheckOrder {
    std::string check;
    std::optional<DocumentIndex> document; ///< none: of the case
};

/// Flattened parameters: one map a document, and one for the case ("as-of", "trust.root.0" …).
struct CheckRules {
    std::vector<std::map<std::string, std::string>> documents;
    std::map<std::string, std::string> ofCase;
};

/// Validators, field-readers and checks of the packs. Thread-safe.
class PluginServices {
public:
    virtual ~PluginServices() = default;
    /// Opens a file's bytes in a worker of its own; they need not outlive the call. Errors: Unreadable, Malformed,
    /// Unsupported, TooLarge, Crashed, TimedOut, OutOfMemory.
    virtual Result<std::unique_ptr<FileReader>> open(const File& file, std::span<const std::uint8_t> bytes) = 0;
    virtual Result<Validation> validate(const std::string& validator, const std::string& value) = 0;
    virtual Result<std::vector<FoundField>> readFields(const std::string& fieldReader, const std::vector<Line>& lines,
        const std::vector<Code>& codes, const std::vector<Mrz>& zones)
        = 0;
    /// The Latin name as `SURNAME, Given Names`, where the same person's Han name shows which words are which.
    virtual std::optional<std::string> nameInParts(const std::string&, const std::string&) { return std::nullopt; }
    /// Never fails as a whole: a check that did not finish answers so itself.
    virtual std::vector<CheckResult> check(
        const Evidence& evidence, const CheckRules& rules, const std::vector<CheckOrder>& orders)
        = 0;
};

} // namespace vidimus::pipeline
