#include "methods.hpp"
#include "output.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

/// bench_reading FOLDER [--every N] [--no-peers] [--program PATH] [--json OUT] [--svg OUT]
///
/// How well and how fast pages are read whose truth is known (pictures with FILE.truth.json beside them): fields
/// exactly right, character error rate, located, accepted and precision, pages a minute, memory, how near the time is
/// to that of recognising the needed lines alone, and whether confidence means what it says; in all, by degradation
/// and by document, beside tesseract and ocrmypdf on the same pages in the same run.
namespace {

struct Options {
    std::string folder, program = VIDIMUS_BUILD_DIR "/vidimus", json, svg;
    std::size_t each = 1;
    bool peers = true;
};

bool parse(int count, char** arguments, Options& options)
{
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const bool valued = i + 1 < count;
        if (argument == "--no-peers")
            options.peers = false;
        else if (argument == "--every" && valued)
            options.each = std::strtoul(arguments[++i], nullptr, 10);
        else if (argument == "--program" && valued)
            options.program = arguments[++i];
        else if (argument == "--json" && valued)
            options.json = arguments[++i];
        else if (argument == "--svg" && valued)
            options.svg = arguments[++i];
        else if (options.folder.empty() && !argument.starts_with("-"))
            options.folder = argument;
        else
            return false;
    }
    return !options.folder.empty() && options.each > 0;
}

bool write(const std::string& path, const std::string& text)
{
    if (path.empty() || std::ofstream(path) << text)
        return true;
    std::fprintf(stderr, "%s cannot be written\n", path.c_str());
    return false;
}

} // namespace

int main(int count, char** arguments)
{
    using namespace vidimus::bench;
    Options options;
    if (!parse(count, arguments, options)) {
        std::fprintf(
            stderr, "usage: bench_reading FOLDER [--every N] [--no-peers] [--program PATH] [--json OUT] [--svg OUT]\n");
        return 64;
    }
    const auto specimens = specimensIn(options.folder, options.each);
    if (specimens.empty()) {
        std::fprintf(stderr, "%s holds no picture with its truth beside it\n", options.folder.c_str());
        return 64;
    }
    ::setenv("VIDIMUS_PPOCR_MODELS", VIDIMUS_BUILD_DIR "/packs/vidimus.ppocr/models", 0);
    Results results;
    results.pages = specimens.size();
    results.cores = std::max(1U, std::thread::hardware_concurrency());
    results.methods.push_back(measureVidimus(specimens, options.program, results));
    if (options.peers) {
        results.methods.push_back(measureTesseract(specimens));
        results.methods.push_back(measureOcrmypdf(specimens));
    }
    measureLines(specimens, results.methods.front());
    printTable(results);
    return write(options.json, jsonOf(results)) && write(options.svg, svgOf(results)) ? 0 : 1;
}
