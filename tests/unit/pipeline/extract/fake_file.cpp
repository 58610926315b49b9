#include "fake_file.hpp"

#include "pipeline/text/fold.hpp"

namespace vidimus::tests {

Line printed(const std::string& text, double x, double y, double confidence, const std::string& languages)
{
    constexpr double height = 4, latin = 2, han = 4;
    Line line;
    line.text = text;
    line.confidence = confidence;
    line.engine = languages.empty() ? "" : "test"; // one engine; a page engine would name itself and no language
    line.languages = languages;
    const std::u32string all = pipeline::decoded(text);
    double at = x;
    std::u32string word;
    double begin = x;
    const auto close = [&] {
        if (!word.empty())
            line.words.push_back({pipeline::encoded(word), {{begin}, {y}, {at - begin}, {height}}, confidence});
        word.clear();
    };
    for (const char32_t c : all) {
        const double width = pipeline::isHan(c) || c >= 0x2E80 ? han : latin;
        if (pipeline::isSpace(c)) {
            close();
            at += width;
            begin = at;
            continue;
        }
        word += c;
        at += width;
    }
    close();
    line.region = {{x}, {y}, {at - x}, {height}};
    line.quad = quadOf(line.region);
    return line;
}

FakeFile::FakeFile(std::vector<Line> lines)
    : m_pages{Page{{210}, {297}, {300}, false, {}}}
    , m_lines(std::move(lines))
{
}

Result<Pass> FakeFile::run(const PassRequest& request)
{
    Pass pass;
    pass.request = request;
    if (request.what == "codes") {
        pass.zones = zones;
        pass.codes = codes;
        return pass;
    }
    PreparedPage prepared;
    prepared.width = {210};
    prepared.height = {297};
    prepared.quad = quadOf({{0}, {0}, {210}, {297}});
    pass.parts.push_back(prepared);
    if (request.region.empty()) {
        pass.lines = m_lines;
        if (!request.languages.empty())
            for (Line& line : pass.lines)
                line.languages = request.languages;
        return pass;
    }
    ++rereads;
    // What stands in the region: the words whose middle lies in it.
    for (const Line& line : m_lines) {
        std::string text;
        double left = 0;
        for (const Word& word : line.words) {
            const auto x = word.region.centreX(), y = word.region.centreY();
            if (x < request.region.x || x > request.region.right() || y < request.region.y
                || y > request.region.bottom())
                continue;
            if (text.empty())
                left = word.region.x.value;
            text += (text.empty() ? "" : " ") + word.text;
        }
        if (text.empty())
            continue;
        if (again)
            text = again(request, text);
        if (!text.empty())
            pass.lines.push_back(printed(text, left, line.region.y.value, line.confidence, request.languages));
    }
    if (pass.lines.empty() && !inGaps.empty())
        pass.lines.push_back(printed(inGaps, request.region.x.value, request.region.y.value, 0.9, request.languages));
    return pass;
}

Result<Pass> FakeFile::runWith(const DesignPrint& print, const PassRequest& request)
{
    Pass pass;
    pass.request = request;
    if (request.what == "key-points") {
        asked = print;
        std::string words;
        for (const KeyPoint& point : keyPoints)
            words += wordOf(point) + " ";
        pass.facts.push_back({"page.key-points", {{"points", words}}, 0});
        return pass;
    }
    ++registered;
    const auto found = registrations.find(print.digest);
    if (found == registrations.end())
        return pass;
    std::string transform;
    for (const double value : found->second.toPage.m)
        transform += (transform.empty() ? "" : " ") + std::to_string(value);
    pass.facts.push_back({"page.registration",
        {{"part", "0"}, {"transform", transform}, {"matches", std::to_string(found->second.matches)},
            {"inliers", std::to_string(found->second.inliers)}},
        0});
    return pass;
}

Result<Validation> FakeServices::validate(const std::string& validator, const std::string& value)
{
    const auto found = validators.find(validator);
    if (found == validators.end())
        return Error{ErrorKind::NotFound, "no such validator", "test"};
    return found->second(value);
}

} // namespace vidimus::tests
