#include "methods.hpp"
#include "reading_probe/scores.hpp"
#include "support/run_program.hpp"
#include "worker_memory.hpp"

#include <algorithm>
#include <set>

namespace vidimus::bench {

using nlohmann::json;
using tests::runProgram;

namespace {
std::string digestOf(const json& report)
{
    return report.value("/files/0/sha256"_json_pointer, "");
}

void addReliability(const ReadField& read, bool right, Results& results)
{
    if (read.value.empty())
        return;
    for (const std::string& name : {std::string("all"), "origin " + read.origin, read.group})
        if (!name.empty()) {
            results.reliability[name].told.add(read.confidence, right);
            results.reliability[name].raw.add(read.raw, right);
        }
}

void addField(const Specimen& specimen, const TrueField& wanted, const json& report,
    const pipeline::CalibrationTable* table, Figures& figures, Results& results)
{
    const ReadField read = readField(report, wanted, table);
    const bool right = read.value == wanted.value;
    const auto distance = probe::distanceBetween(wanted.value, read.value);
    ++figures.fields;
    figures.right += right;
    figures.errors += distance.errors;
    figures.length += distance.length;
    figures.accepted += read.certainty == "accepted";
    figures.acceptedRight += right && read.certainty == "accepted";
    addReliability(read, right, results);
    if (!right)
        results.misreads.push_back(
            {&specimen, wanted, read.value, read.certainty, faultOf(report, specimen, wanted), distance.errors});
}

/// What is to be told of the calibration of a page.
void addCalibration(
    const Specimen& specimen, const json& report, const pipeline::CalibrationTable* table, Results& results)
{
    std::string state = report.value("/calibration/state"_json_pointer, "no-report");
    if (state == "off" && table)
        state = enginesOf(report) == table->engines ? "applied" : "other-engines";
    ++results.calibration[state];
    if (table && std::ranges::binary_search(table->files, digestOf(report)))
        results.fittedOn.push_back(specimen.file.filename().string());
}
} // namespace

std::vector<Report> reportsOn(const std::vector<Specimen>& specimens, const ReportSource& source)
{
    std::vector<Report> reports(specimens.size());
    onAllCores(specimens.size(), [&](std::size_t i) { reports[i] = reportOn(specimens[i], source); });
    return reports;
}

Method measureVidimus(const std::vector<Specimen>& specimens, const std::vector<Report>& reports,
    const pipeline::CalibrationTable* table, Results& results)
{
    Method method;
    method.name = "vidimus verify";
    method.present = true;
    std::vector<Figures> pages(specimens.size());
    for (std::size_t i = 0; i < specimens.size(); ++i) {
        pages[i].pages = 1;
        pages[i].seconds = reports[i].cpuSeconds;
        addCalibration(specimens[i], reports[i].json, table, results);
        for (const TrueField& wanted : specimens[i].fields)
            addField(specimens[i], wanted, reports[i].json, table, pages[i], results);
    }
    method.groups = grouped(specimens, pages);
    return method;
}

void measureSpeed(const std::vector<Specimen>& specimens, const std::string& program, Method& method)
{
    std::vector<std::string> all{program, "verify", "--json"};
    for (const Specimen& specimen : specimens)
        all.push_back(specimen.file.string());
    const WorkerMemory workers("vidimus-worker");
    const auto ran = runProgram(all);
    method.pagesAMinute = 60 * static_cast<double>(specimens.size()) / ran.seconds;
    method.workerMiB = workers.peakMiB();
    method.peakMiB = std::max(ran.peakMiB, method.workerMiB);
}

pipeline::CalibrationTable fittedTo(const std::vector<Specimen>& specimens, const std::vector<Report>& reports)
{
    pipeline::CalibrationTable table;
    std::map<std::map<std::string, std::string>, std::size_t> engines;
    for (const Report& report : reports)
        ++engines[enginesOf(report.json)];
    // A page without text was read by fewer: what most pages were read by is what the table is of.
    table.engines = std::ranges::max_element(engines, {}, [](const auto& one) { return one.second; })->first;
    std::vector<Sample> samples;
    std::set<std::string> files;
    for (std::size_t i = 0; i < specimens.size(); ++i) {
        if (enginesOf(reports[i].json) != table.engines)
            continue;
        files.insert(digestOf(reports[i].json));
        for (const TrueField& wanted : specimens[i].fields)
            if (const ReadField read = readField(reports[i].json, wanted, nullptr);
                !read.group.empty() && !read.value.empty())
                samples.push_back({read.group, read.raw, read.value == wanted.value});
    }
    table.fields = static_cast<int>(samples.size());
    table.files.assign(files.begin(), files.end());
    table.set = setOf(table.files);
    if (!samples.empty())
        table.maps = mapsOf(samples);
    return table;
}

} // namespace vidimus::bench
