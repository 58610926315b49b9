#include "support/run_program.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// bench_throughput FOLDER
///
/// The same page pictures (PNG, JPEG, TIFF) through `vidimus verify`, `tesseract` (one process after another, same
/// languages, one thread each, as many at a time as cores) and `ocrmypdf --output-type pdf` on all cores, in one run.
/// Prints pages per minute and the largest resident memory of one process.
namespace {

namespace fs = std::filesystem;
using vidimus::tests::Ran;
using vidimus::tests::runProgram;

void row(const char* name, const Ran& ran, std::size_t pages, double baseline)
{
    const double perMinute = 60.0 * static_cast<double>(pages) / ran.seconds;
    std::printf("%-34s %8.1f s %10.1f pages/min %8.0f MiB", name, ran.seconds, perMinute, ran.peakMiB);
    if (baseline > 0)
        std::printf("  vidimus is %.2f times as fast", ran.seconds / baseline);
    std::printf("%s\n", ran.status > 2 ? "  (failed)" : "");
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_throughput FOLDER\n");
        return 64;
    }
    std::vector<std::string> pages;
    for (const auto& entry : fs::directory_iterator(argv[1])) {
        const auto suffix = entry.path().extension();
        if (suffix == ".png" || suffix == ".jpg" || suffix == ".tif")
            pages.push_back(entry.path().string());
    }
    std::sort(pages.begin(), pages.end());
    if (pages.empty()) {
        std::fprintf(stderr, "%s holds no page pictures\n", argv[1]);
        return 64;
    }
    std::printf("%zu pages\n", pages.size());

    std::vector<std::string> verify{VIDIMUS_BUILD_DIR "/vidimus", "verify", "--json"};
    verify.insert(verify.end(), pages.begin(), pages.end());
    const Ran ours = runProgram(verify);
    row("vidimus verify", ours, pages.size(), 0);

    const std::string list = (fs::temp_directory_path() / "vidimus-bench-pages.txt").string();
    std::FILE* file = std::fopen(list.c_str(), "w");
    for (const std::string& page : pages)
        std::fprintf(file, "%s\n", page.c_str());
    std::fclose(file);
    const std::string cores = "$(nproc)";
    const Ran tesseract = runProgram({"sh", "-c",
                                         "xargs -a " + list + " -d '\\n' -P " + cores
                                             + " -I{} tesseract {} - -l chi_tra+chi_sim+eng >/dev/null 2>&1"},
        {"OMP_THREAD_LIMIT=1"});
    row("tesseract, whole page", tesseract, pages.size(), ours.seconds);

    if (runProgram({"sh", "-c", "command -v ocrmypdf"}).status != 0) {
        std::printf("ocrmypdf is not installed: apt-get install ocrmypdf img2pdf\n");
        return 0;
    }
    const std::string pdf = (fs::temp_directory_path() / "vidimus-bench-pages.pdf").string();
    std::string join = "img2pdf -o " + pdf;
    for (const std::string& page : pages)
        join += " '" + page + "'";
    runProgram({"sh", "-c", join});
    const Ran ocrmypdf = runProgram(
        {"ocrmypdf", "--output-type", "pdf", "-l", "chi_tra+chi_sim+eng", "--force-ocr", pdf, pdf + ".out.pdf"});
    if (ocrmypdf.status != 0) {
        std::printf(
            "ocrmypdf ended with status %d: no figure for it (it needs img2pdf's PDF of the pages)\n", ocrmypdf.status);
        return 1;
    }
    row("ocrmypdf --output-type pdf", ocrmypdf, pages.size(), ours.seconds);
    fs::remove(list);
    fs::remove(pdf);
    fs::remove(pdf + ".out.pdf");
    return 0;
}
