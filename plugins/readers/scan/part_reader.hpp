#pragma once
#include "line_reader.hpp"

#include <map>
#include <optional>
#include <vector>

namespace vidimus::scan {

/// The text of one prepared page; reads every line at most once in a way.
class PartReader {
public:
    PartReader(PreparedPicture picture, std::uint32_t part);

    const PreparedPicture& picture() const { return m_picture; }
    const std::vector<FoundLine>& lines() const { return m_lines; }
    /// Asks the page engine's detector, where there is one, and mends the lines by what it sees.
    /// \param redPrint whether anything on the page is printed in red at all
    void mendLines(bool redPrint);
    /// Looks also for what is printed in red. Their numbers follow those of the others.
    void addRedLines();
    /// The line read as well as can be: where that is doubtful, in several shapes.
    const sdk::Line& read(std::size_t line, const ReadingWay& way);
    /// The text within a region (millimetres on the prepared page) as one line, or nothing.
    std::optional<sdk::Line> readRegion(const cv::Rect2d& region, const ReadingWay& way) const;
    /// Numbers of the lines of which most lies within the region.
    std::vector<std::size_t> linesIn(const cv::Rect2d& region) const;
    /// Does this way up make sense? Mean confidence, 0..1, of a few lines, and how many letters it rests on.
    struct Sense {
        double confidence = 0;
        int letters = 0;
    };
    Sense sense();
    /// Is there any text among the likeliest of many lines? Reading all that grain or texture looks like takes minutes.
    bool promisesText(const ReadingWay& way);
    /// The languages that serve this page, found by reading a few lines in each.
    const std::string& languages();

private:
    /// The line read once: enough to tell which way up and in which languages the page is.
    const sdk::Line& glance(std::size_t line, const ReadingWay& way);
    std::vector<std::size_t> sample(std::size_t size) const;
    std::string decideLanguages();
    FoundLine inkWithin(const cv::Rect& region) const;

    PreparedPicture m_picture;
    std::uint32_t m_part;
    std::vector<FoundLine> m_lines;
    std::map<std::pair<ReadingWay, std::size_t>, sdk::Line> m_glanced, m_read;
    std::string m_languages;
};

} // namespace vidimus::scan
