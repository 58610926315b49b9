#include "page_reader.hpp"

#include "grain.hpp"
#include "red_ink.hpp"
#include "seal_reader.hpp"

namespace vidimus::scan {

PageReader::PageReader(Picture picture, std::uint32_t page)
    : m_picture(std::make_shared<Picture>(std::move(picture)))
    , m_page(page)
{
}

std::vector<PartReader>& PageReader::parts()
{
    if (m_parts.empty()) {
        std::uint32_t part = 0;
        const bool redPrint = hasRedPrint(m_picture->colour, m_picture->dpi);
        for (const Layout& layout : layOut(*m_picture)) {
            m_parts.push_back(upright(m_picture, layout, part++));
            m_parts.back().mendLines(redPrint);
            if (redPrint)
                m_parts.back().addRedLines();
        }
    }
    return m_parts;
}

void PageReader::run(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    if (request.what == "text")
        readText(request, sink);
    else if (request.what == "codes")
        readCodes(request, sink);
    else if (request.what == "facts")
        tellFacts(sink);
    else if (request.what == "marks")
        tellSeals(sink, &request.languages);
    else if (request.what == "registration")
        tellRegistration(request, sink);
    else if (request.what == "key-points")
        tellKeyPoints(request, sink);
    else
        throw sdk::Failure(VIDIMUS_UNSUPPORTED, "a scanned page has no pass of that name");
}

void PageReader::tellSeals(sdk::PassSink& sink, const std::string* languages)
{
    const double mm = 25.4 / m_picture->dpi;
    for (const FoundSeal& seal : findSeals(m_picture->colour, m_picture->dpi)) {
        const cv::Rect2d box(seal.box.x * mm, seal.box.y * mm, seal.box.width * mm, seal.box.height * mm);
        const SealText read = languages ? readSeal(*m_picture, seal, *languages) : SealText{};
        sink.mark("seal", read.text, toAbi(quadOf(box)), read.text.empty() ? seal.confidence : read.confidence);
    }
}

void PageReader::readText(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    std::vector<PartReader>& all = parts();
    for (const PartReader& part : all)
        sink.preparedPage(part.picture().description());
    if (request.wholePage() && request.part < 0)
        tellSeals(sink, nullptr);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (request.part >= 0 && static_cast<std::size_t>(request.part) != i)
            continue;
        PartReader& part = all[i];
        ReadingWay way{request.languages, request.alphabet, request.engine, request.variant};
        if (way.languages.empty() && way.engine.empty())
            way.engine = pageEngine();
        if (way.languages.empty() && (way.engine.empty() || way.engine != pageEngine()))
            way.languages = part.languages();
        if (!request.wholePage() && request.singleLine) {
            if (const auto line = part.readRegion(fromAbi(request.region), way))
                sink.line(*line);
            continue;
        }
        const cv::Rect2d everything(0, 0, part.picture().widthMm(), part.picture().heightMm());
        std::vector<const sdk::Line*> lines;
        if (!request.wholePage())
            for (const std::size_t number : part.linesIn(fromAbi(request.region)))
                lines.push_back(&part.read(number, way));
        else if (part.promisesText(way))
            for (const std::size_t number : part.linesIn(everything))
                lines.push_back(&part.read(number, way));
        for (const sdk::Line* line : request.wholePage() ? textAmong(lines) : lines)
            if (isText(*line))
                sink.line(*line);
    }
}

} // namespace vidimus::scan
