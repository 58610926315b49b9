#include "methods.hpp"
#include "ppocr/ppocr_engine.hpp"
#include "scan/scan_reader.hpp"
#include "support/reading_host.hpp"
#include "tesseract/tesseract_engine.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

namespace vidimus::bench {

namespace {
struct Box {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
};

Box boundsOf(const vidimus_quad_t& quad)
{
    Box box;
    for (int i = 0; i < 8; i += 2)
        box = {std::min(box.x0, quad.xy_mm[i]), std::min(box.y0, quad.xy_mm[i + 1]), std::max(box.x1, quad.xy_mm[i]),
            std::max(box.y1, quad.xy_mm[i + 1])};
    return box;
}

/// Does the line lie on more than half of the field?
bool covers(const Box& line, const std::array<double, 4>& field)
{
    const double width = std::min(line.x1, field[0] + field[2]) - std::max(line.x0, field[0]);
    const double height = std::min(line.y1, field[1] + field[3]) - std::max(line.y0, field[1]);
    return width > 0 && height > 0 && width * height > 0.5 * field[2] * field[3];
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The region of the page as acquired as a box on the prepared page.
vidimus_region_t onPrepared(const vidimus_prepared_page_t& page, const std::array<double, 4>& mm)
{
    cv::Matx33d map;
    std::copy(page.to_acquired.m, page.to_acquired.m + 9, map.val);
    const Box box = boundsOf(scan::toAbi(scan::mapped(map.inv(), scan::quadOf({mm[0], mm[1], mm[2], mm[3]}))));
    return {box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0};
}

void measurePage(const Specimen& specimen, Figures& figures)
{
    std::ifstream file(specimen.file, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto session = scan::ScanReader().open(bytes, {}, {});
    support::CollectingSink whole;
    auto sink = whole.sink();
    sdk::PassRequest request;
    request.what = "text";
    session->run(request, sink);
    // A picture that does not tell its resolution has the size that the reader takes it to have.
    const double scale = specimen.widthMm > 0 ? session->pageInfo(0).width_mm / specimen.widthMm : 1;
    for (const TrueField& field : specimen.fields) {
        std::array<double, 4> place = field.regionMm;
        for (double& length : place)
            length *= scale;
        figures.located += std::any_of(whole.pass.lines.begin(), whole.pass.lines.end(),
            [&](const sdk::Line& line) { return covers(boundsOf(line.quad), place); });
        if (whole.pass.parts.empty())
            continue;
        sdk::PassRequest alone = request;
        alone.singleLine = true;
        alone.part = 0;
        alone.engine = scan::pageEngine(); // the faster of the two, where it is installed
        alone.region = onPrepared(whole.pass.parts.front(), place);
        support::CollectingSink one;
        auto oneSink = one.sink();
        const double begin = cpuSeconds();
        session->run(alone, oneSink);
        figures.limitSeconds += cpuSeconds() - begin;
    }
}
} // namespace

void measureLines(const std::vector<Specimen>& specimens, Method& ours)
{
    cv::setNumThreads(1);
    tesseract_engine::TesseractEngine tesseract;
    tesseract.load();
    ppocr_engine::PpocrEngine second;
    support::ReadingHost host;
    host.engine = &tesseract;
    try {
        second.load();
        host.others.emplace(second.id(), &second);
    } catch (const sdk::Failure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
    }
    std::vector<Figures> pages(specimens.size());
    for (std::size_t i = 0; i < specimens.size(); ++i) {
        try {
            measurePage(specimens[i], pages[i]);
        } catch (const sdk::Failure& failure) {
            std::fprintf(stderr, "%s: %s\n", specimens[i].file.c_str(), failure.what());
        }
    }
    for (const auto& [name, figures] : grouped(specimens, pages))
        ours.groups[name].add(figures);
}

} // namespace vidimus::bench
