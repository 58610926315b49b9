#include "methods.hpp"
#include "output.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <thread>

/// bench_reading [options] FOLDER…
///
/// How well and how fast pages are read whose truth is known (pictures with FILE.truth.json beside them): fields
/// exactly right, character error rate, located, accepted and precision, pages a minute, memory, how near the time is
/// to that of recognising the needed lines alone, whether confidence means what it says, and where wrong fields go
/// wrong; in all, by degradation and by document, beside tesseract and ocrmypdf on the same pages in the same run.
///
/// bench_reading --calibrate OUT FOLDER… fits confidence to what is right on these pages instead.
///
/// Exit status: 0; 1 something cannot be written; 2 a page of the report is one that the calibration was fitted on;
/// 64 usage.
namespace {

using namespace vidimus;
using namespace vidimus::bench;

struct Options {
    std::vector<std::string> folders;
    std::string json, svg, calibrate, cuts;
    ReportSource source{VIDIMUS_BUILD_DIR "/vidimus", {}, {}};
    std::size_t each = 1, worst = 5;
    bool peers = true, speed = true;
};

constexpr const char* usage
    = "usage: bench_reading [--every N] [--no-peers] [--no-speed] [--program PATH] [--calibration FILE|none]\n"
      "                     [--reports DIR] [--worst N] [--cuts DIR] [--json OUT] [--svg OUT] FOLDER…\n"
      "       bench_reading --calibrate OUT [--every N] [--program PATH] [--reports DIR] FOLDER…\n";

bool parse(int count, char** arguments, Options& options)
{
    const std::map<std::string, std::string*> texts{{"--program", &options.source.program}, {"--json", &options.json},
        {"--svg", &options.svg}, {"--calibration", &options.source.calibration}, {"--cuts", &options.cuts},
        {"--reports", &options.source.keptIn}, {"--calibrate", &options.calibrate}};
    const std::map<std::string, std::size_t*> numbers{{"--every", &options.each}, {"--worst", &options.worst}};
    const std::map<std::string, bool*> absences{{"--no-peers", &options.peers}, {"--no-speed", &options.speed}};
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const bool valued = i + 1 < count;
        if (const auto absence = absences.find(argument); absence != absences.end())
            *absence->second = false;
        else if (const auto text = texts.find(argument); text != texts.end() && valued)
            *text->second = arguments[++i];
        else if (const auto number = numbers.find(argument); number != numbers.end() && valued)
            *number->second = std::strtoul(arguments[++i], nullptr, 10);
        else if (!argument.starts_with("-"))
            options.folders.push_back(argument);
        else
            return false;
    }
    return !options.folders.empty() && options.each > 0;
}

bool write(const std::string& path, const std::string& text)
{
    if (path.empty() || std::ofstream(path) << text)
        return true;
    std::fprintf(stderr, "%s cannot be written\n", path.c_str());
    return false;
}

int calibrated(const Options& options, const std::vector<Specimen>& specimens)
{
    ReportSource raw = options.source;
    raw.calibration = "none";
    auto table = fittedTo(specimens, reportsOn(specimens, raw));
    if (table.fields < fewestFields) {
        std::fprintf(stderr, "%d fields that engines read are too few to fit anything to\n", table.fields);
        return 1;
    }
    // Folders are of this machine; which files were in them the digests tell.
    table.command = "bench_reading --calibrate " + std::filesystem::path(options.calibrate).filename().string()
        + (options.each > 1 ? " --every " + std::to_string(options.each) : "") + " FOLDER…";
    printMaps(table);
    return write(options.calibrate, pipeline::jsonOf(table)) ? 0 : 1;
}

/// The table that the program applies, or that kept reports are calibrated with. Nothing: none, or it is of no use.
std::unique_ptr<pipeline::CalibrationTable> tableOf(const Options& options)
{
    const std::string path
        = options.source.calibration.empty() ? VIDIMUS_ASSETS_DIR "/calibration.json" : options.source.calibration;
    std::ifstream file(path, std::ios::binary);
    if (path == "none" || !file)
        return nullptr;
    auto table = pipeline::calibrationFrom(std::string{std::istreambuf_iterator<char>(file), {}}, path);
    if (table)
        return std::make_unique<pipeline::CalibrationTable>(std::move(*table));
    std::fprintf(stderr, "%s\n", table.error().message.c_str());
    return nullptr;
}

Results measured(const Options& options, const std::vector<Specimen>& specimens)
{
    Results results;
    results.pages = specimens.size();
    results.worst = options.worst;
    results.cores = std::max(1U, std::thread::hardware_concurrency());
    const auto table = tableOf(options);
    results.methods.push_back(measureVidimus(specimens, reportsOn(specimens, options.source), table.get(), results));
    if (options.speed)
        measureSpeed(specimens, options.source.program, results.methods.front());
    if (options.peers) {
        results.methods.push_back(measureTesseract(specimens));
        results.methods.push_back(measureOcrmypdf(specimens));
    }
    if (options.speed)
        measureLines(specimens, results.methods.front());
    return results;
}

} // namespace

int main(int count, char** arguments)
{
    Options options;
    if (!parse(count, arguments, options)) {
        std::fputs(usage, stderr);
        return 64;
    }
    const auto specimens = specimensIn(options.folders, options.each);
    if (specimens.empty()) {
        std::fprintf(stderr, "%s holds no picture with its truth beside it\n", options.folders.front().c_str());
        return 64;
    }
    ::setenv("VIDIMUS_PPOCR_MODELS", VIDIMUS_BUILD_DIR "/packs/vidimus.ppocr/models", 0);
    if (!options.calibrate.empty())
        return calibrated(options, specimens);
    const Results results = measured(options, specimens);
    printTable(results);
    bool written = write(options.json, jsonOf(results)) && write(options.svg, svgOf(results));
    if (!options.cuts.empty() && !writeCuts(worstOf(results.misreads, results.worst), options.cuts)) {
        std::fprintf(stderr, "not every cut-out could be written to %s\n", options.cuts.c_str());
        written = false;
    }
    if (!results.fittedOn.empty())
        return 2;
    return written ? 0 : 1;
}
