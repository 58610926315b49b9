#include "methods.hpp"
#include "reading_probe/scores.hpp"
#include "support/run_program.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>
#include <unistd.h>

namespace vidimus::bench {

namespace fs = std::filesystem;
using tests::runProgram;

namespace {
bool isInstalled(const std::string& program)
{
    return runProgram({"sh", "-c", "command -v " + program}).status == 0;
}

Method missing(std::string name, const std::string& package)
{
    Method method;
    method.name = std::move(name);
    method.remark = "not installed: apt-get install " + package;
    return method;
}

/// Counts a field as right where its printed text occurs anywhere in the page's text.
Figures judged(const Specimen& specimen, const std::string& text)
{
    Figures figures;
    figures.pages = 1;
    for (const TrueField& field : specimen.fields) {
        const auto distance = probe::distanceWithin(field.text, text);
        ++figures.fields;
        figures.right += distance.errors == 0;
        figures.errors += distance.errors;
        figures.length += distance.length;
    }
    return figures;
}

std::vector<std::string> partsOf(const std::string& text, char end)
{
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == end)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}
} // namespace

Method measureTesseract(const std::vector<Specimen>& specimens)
{
    if (!isInstalled("tesseract"))
        return missing("tesseract", "tesseract-ocr");
    Method method;
    method.name = "tesseract";
    method.present = true;
    std::vector<Figures> pages(specimens.size());
    std::mutex peak;
    const double seconds = onAllCores(specimens.size(), [&](std::size_t i) {
        const auto ran
            = runProgram({"tesseract", specimens[i].file.string(), "-", "-l", languages}, {"OMP_THREAD_LIMIT=1"});
        pages[i] = judged(specimens[i], ran.output);
        pages[i].seconds = ran.cpuSeconds;
        const std::scoped_lock lock(peak);
        method.peakMiB = std::max(method.peakMiB, ran.peakMiB);
    });
    method.pagesAMinute = 60 * static_cast<double>(specimens.size()) / seconds;
    method.groups = grouped(specimens, pages);
    return method;
}

Method measureOcrmypdf(const std::vector<Specimen>& specimens)
{
    if (!isInstalled("ocrmypdf") || !isInstalled("img2pdf"))
        return missing("ocrmypdf", "ocrmypdf img2pdf");
    Method method;
    method.name = "ocrmypdf";
    const fs::path folder = fs::temp_directory_path() / ("vidimus-bench-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const std::string pdf = folder / "pages.pdf", sidecar = folder / "pages.txt";
    std::vector<std::string> join{"img2pdf", "-o", pdf};
    for (const Specimen& specimen : specimens)
        join.push_back(specimen.file.string());
    const auto joined = runProgram(join);
    const auto ran = runProgram({"ocrmypdf", "--output-type", "pdf", "--force-ocr", "-l", languages, "--sidecar",
        sidecar, pdf, folder / "out.pdf"});
    std::ifstream file(sidecar);
    const auto texts = partsOf({std::istreambuf_iterator<char>(file), {}}, '\f');
    fs::remove_all(folder);
    if (joined.status != 0 || ran.status != 0 || texts.size() < specimens.size()) {
        const std::string& complaint = joined.status != 0 ? joined.errors : ran.errors;
        method.remark = "failed: " + complaint.substr(0, complaint.find('\n'));
        return method;
    }
    method.present = true;
    std::vector<Figures> pages;
    for (std::size_t i = 0; i < specimens.size(); ++i)
        pages.push_back(judged(specimens[i], texts[i]));
    method.pagesAMinute = 60 * static_cast<double>(specimens.size()) / ran.seconds;
    method.peakMiB = ran.peakMiB;
    method.groups = grouped(specimens, pages);
    return method;
}

} // namespace vidimus::bench
