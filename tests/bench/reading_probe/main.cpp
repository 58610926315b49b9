// reading-probe [-v] [--crops] [--variant NAME] [--languages SET] [--engine ID] PICTURE…
//
// Reads each picture with the scan reader and its engines in this process, and compares with PICTURE.truth.json where
// it exists: how many fields are found in the page's text letter by letter, the character error rate, how many are
// located by a line, and the time. --crops reads every field's region as a single line instead.
#include "ppocr/ppocr_engine.hpp"
#include "scan/scan_reader.hpp"
#include "scores.hpp"
#include "support/reading_host.hpp"
#include "tesseract/tesseract_engine.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace vidimus;

struct Options {
    bool verbose = false, crops = false;
    std::string variant, languages, engine;
    std::vector<std::string> pictures;
};

struct Sums {
    int fields = 0, exact = 0, located = 0, errors = 0, length = 0, pages = 0;
    double seconds = 0;
    void add(const Sums& more)
    {
        fields += more.fields;
        exact += more.exact;
        located += more.located;
        errors += more.errors;
        length += more.length;
        pages += more.pages;
        seconds += more.seconds;
    }
    void print(const std::string& name) const
    {
        const auto percent = [](int part, int whole) { return whole ? 100.0 * part / whole : 0.0; };
        std::printf("%-28s pages %3d fields %4d exact %5.1f%% located %5.1f%% CER %5.2f%% %.2f CPU s/page\n",
            name.c_str(), pages, fields, percent(exact, fields), percent(located, fields), percent(errors, length),
            pages ? seconds / pages : 0);
    }
};

std::vector<std::uint8_t> bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Box {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
};
Box boundsOf(const vidimus_quad_t& quad)
{
    Box box;
    for (int i = 0; i < 8; i += 2) {
        box = {std::min(box.x0, quad.xy_mm[i]), std::min(box.y0, quad.xy_mm[i + 1]), std::max(box.x1, quad.xy_mm[i]),
            std::max(box.y1, quad.xy_mm[i + 1])};
    }
    return box;
}
bool covers(const Box& line, const Box& field)
{
    const double w = std::min(line.x1, field.x1) - std::max(line.x0, field.x0);
    const double h = std::min(line.y1, field.y1) - std::max(line.y0, field.y0);
    return w > 0 && h > 0 && w * h > 0.5 * (field.x1 - field.x0) * (field.y1 - field.y0);
}

/// The region of the page as acquired as a box on the prepared page.
vidimus_region_t onPrepared(const vidimus_prepared_page_t& page, const Box& box)
{
    cv::Matx33d map;
    std::copy(page.to_acquired.m, page.to_acquired.m + 9, map.val);
    const auto quad = scan::mapped(map.inv(), scan::quadOf({box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0}));
    const Box b = boundsOf(scan::toAbi(quad));
    return {b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0};
}

Sums readOne(const std::string& path, const Options& options)
{
    Sums sums;
    const auto bytes = bytesOf(path);
    const std::clock_t start = std::clock();
    scan::ScanReader reader;
    const auto session = reader.open(bytes, {}, {});
    support::CollectingSink collected;
    auto sink = collected.sink();
    sdk::PassRequest request;
    request.what = "text";
    request.variant = options.variant;
    request.languages = options.languages;
    request.engine = options.engine;
    session->run(request, sink);
    sums.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    sums.pages = 1;
    if (options.verbose) {
        for (const auto& part : collected.pass.parts)
            std::printf("  part %.1f x %.1f mm turned %.2f\n", part.width_mm, part.height_mm, part.turned_deg);
        for (const auto& line : collected.pass.lines)
            std::printf("  [%6.1f %6.1f %5.1f %4.1f] %.2f %s  %s\n", line.region.x_mm, line.region.y_mm,
                line.region.width_mm, line.region.height_mm, line.confidence, line.languages.c_str(),
                line.text.c_str());
        for (const auto& line : collected.pass.lines)
            for (const auto& word : line.words)
                if (word.confidence < 0.9)
                    std::printf("  doubtful %.2f %s in %s\n", word.confidence, word.text.c_str(), line.text.c_str());
    }
    std::ifstream truthFile(path + ".truth.json");
    if (!truthFile)
        return sums;
    const auto truth = nlohmann::json::parse(truthFile);
    for (const auto& field : truth.at("fields")) {
        const auto text = field.at("text").get<std::string>();
        const auto& mm = field.at("regionMm");
        const Box box{
            mm[0], mm[1], mm[0].get<double>() + mm[2].get<double>(), mm[1].get<double>() + mm[3].get<double>()};
        std::string read = collected.pass.text();
        if (options.crops) {
            support::CollectingSink one;
            auto oneSink = one.sink();
            sdk::PassRequest crop = request;
            crop.singleLine = true;
            for (std::size_t part = 0; part < collected.pass.parts.size(); ++part) {
                crop.part = static_cast<int>(part);
                crop.region = onPrepared(collected.pass.parts[part], box);
                session->run(crop, oneSink);
            }
            read = one.pass.text();
        }
        const auto distance = probe::distanceWithin(text, read);
        ++sums.fields;
        sums.exact += distance.errors == 0;
        sums.errors += distance.errors;
        sums.length += distance.length;
        sums.located += std::any_of(collected.pass.lines.begin(), collected.pass.lines.end(),
            [&](const sdk::Line& line) { return covers(boundsOf(line.quad), box); });
        if (distance.errors > 0 && options.verbose)
            std::printf("  MISS %s \"%s\"%s%s\n", field.at("id").get<std::string>().c_str(), text.c_str(),
                options.crops ? " read " : "", options.crops ? read.c_str() : "");
    }
    return sums;
}
} // namespace

int main(int count, char** arguments)
{
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "-v")
            options.verbose = true;
        else if (argument == "--crops")
            options.crops = true;
        else if (argument == "--variant" && i + 1 < count)
            options.variant = arguments[++i];
        else if (argument == "--languages" && i + 1 < count)
            options.languages = arguments[++i];
        else if (argument == "--engine" && i + 1 < count)
            options.engine = arguments[++i];
        else
            options.pictures.push_back(argument);
    }
    cv::setNumThreads(1);
    tesseract_engine::TesseractEngine engine;
    engine.load();
    support::ReadingHost host;
    host.engine = &engine;
    ppocr_engine::PpocrEngine second;
    try {
        second.load();
        host.others.emplace(second.id(), &second);
    } catch (const sdk::Failure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
    }
    std::map<std::string, Sums> byDegradation;
    Sums all;
    for (const std::string& picture : options.pictures) {
        const std::string name = std::filesystem::path(picture).stem().string();
        const Sums sums = readOne(picture, options);
        sums.print(name);
        byDegradation[name.substr(name.rfind('-') + 1)].add(sums);
        all.add(sums);
    }
    for (const auto& [name, sums] : byDegradation)
        sums.print("= " + name);
    all.print("= all");
}
