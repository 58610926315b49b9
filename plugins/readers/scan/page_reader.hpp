#pragma once
#include "part_reader.hpp"

#include <memory>
#include <vector>

namespace vidimus::scan {

/// All passes over one page.
class PageReader {
public:
    /// \param page its number within the file.
    PageReader(Picture picture, std::uint32_t page);

    const Picture& picture() const { return *m_picture; }
    /// "text", "codes", "marks", "facts", "registration" or "key-points". Throws Failure(Unsupported) for another.
    void run(const sdk::PassRequest& request, sdk::PassSink& sink);

private:
    void readText(const sdk::PassRequest& request, sdk::PassSink& sink);
    /// \param languages in which the seals' text is read; none: it is not read.
    void tellSeals(sdk::PassSink& sink, const std::string* languages);
    void readCodes(const sdk::PassRequest& request, sdk::PassSink& sink);
    void tellFacts(sdk::PassSink& sink);
    void tellRegistration(const sdk::PassRequest& request, sdk::PassSink& sink);
    void tellKeyPoints(const sdk::PassRequest& request, sdk::PassSink& sink);
    /// The part that is asked for, the first where none is named. Throws Failure(Unsupported) where it is not there.
    const PartReader& partOf(const sdk::PassRequest& request);
    std::vector<PartReader>& parts();

    std::shared_ptr<const Picture> m_picture;
    std::uint32_t m_page;
    std::vector<PartReader> m_parts;
};

/// The part the right way up: upright as it lies if its text makes sense so, else the quarter turn in which it does.
PartReader upright(const std::shared_ptr<const Picture>& picture, const Layout& layout, std::uint32_t part);

} // namespace vidimus::scan
