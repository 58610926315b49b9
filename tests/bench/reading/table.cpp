#include "output.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace vidimus::bench {

using nlohmann::json;

namespace {
void printRow(const Method& method, const Figures& f, bool ours)
{
    std::printf(
        "  %-16s %5d %7d %7.1f%% %7.2f%%", method.name.c_str(), f.pages, f.fields, f.rightShare(), f.errorRate());
    // Lines are looked at with the speed only: a page's text is read in this process for it.
    const bool lines = ours && f.limitSeconds > 0;
    if (lines)
        std::printf(" %7.1f%%", f.locatedShare());
    else
        std::printf(" %8s", "-");
    if (ours)
        std::printf(" %8.1f%% %8.1f%%", f.acceptedShare(), f.precision());
    else
        std::printf(" %9s %9s", "-", "-");
    if (f.seconds > 0)
        std::printf(" %9.2f", f.seconds / f.pages);
    else
        std::printf(" %9s", "-");
    if (lines && f.seconds > 0)
        std::printf(" %7.1f%%\n", f.limitShare());
    else
        std::printf(" %8s\n", "-");
}

/// Engines of the house go by their short names.
std::string shortened(std::string group)
{
    constexpr std::string_view prefix = "vidimus.";
    for (auto at = group.find(prefix); at != std::string::npos; at = group.find(prefix))
        group.erase(at, prefix.size());
    return group;
}

void printReliability(const Results& results)
{
    std::printf("\nconfidence: share of fields that are right, of how many\n%-26s", "");
    for (std::size_t i = 0; i < Reliability::from.size(); ++i)
        std::printf("   from %5.3f", Reliability::from[i]);
    std::printf("   error*   before\n");
    for (const auto& [name, one] : results.reliability) {
        std::printf("%-26s", shortened(name).c_str());
        for (const Reliability::Bin& bin : one.told.bins)
            if (bin.count > 0)
                std::printf(" %5.1f%% %6d", 100.0 * bin.right / bin.count, bin.count);
            else
                std::printf(" %13s", "-");
        std::printf("  %7.4f  %7.4f\n", one.told.calibrationError(), one.raw.calibrationError());
    }
    std::printf("* expected calibration error: mean distance of confidence and share right, weighed by fields; before: "
                "of the\n  confidences before calibration. Calibration by pages:");
    for (const auto& [state, pages] : results.calibration)
        std::printf(" %s %d", state.c_str(), pages);
    std::printf("\n");
    if (!results.fittedOn.empty())
        std::printf(
            "\n!! %zu OF THESE PAGES ARE AMONG THOSE THAT THE CALIBRATION WAS FITTED ON (%s%s):\n!! what stands "
            "here of confidence is no test of it\n",
            results.fittedOn.size(), results.fittedOn.front().c_str(), results.fittedOn.size() > 1 ? ", …" : "");
}

void printBudget(const Results& results)
{
    const auto budget = budgetOf(results.misreads);
    std::printf(
        "\nwrong fields by the first stage that failed\n  %-16s %7s %7s %9s\n", "", "fields", "share", "accepted");
    for (const Fault fault : faults())
        if (const auto row = budget.find(fault); row != budget.end())
            std::printf("  %-16s %7d %6.1f%% %9d\n", nameOf(fault).c_str(), row->second.fields,
                100.0 * row->second.fields / static_cast<double>(results.misreads.size()), row->second.accepted);
    std::printf(
        "page: not recognised, or outside what was taken for the page; locating: no entry, an empty one, one from "
        "another\nplace, or one with its neighbour; recognising: the right place, but no reading had the value; "
        "fusing: "
        "one had it,\nand another won; normalising: the text as printed, the value not\n");
    if (results.worst > 0 && !results.misreads.empty())
        std::printf("\nthe worst misreads, accepted ones first\n");
    for (const Misread& one : worstOf(results.misreads, results.worst))
        std::printf("  %-24s %-24s %-11s %-10s [%s] read [%s]\n", one.specimen->file.filename().c_str(),
            (one.wanted.id + (one.wanted.lang.empty() ? "" : "@" + one.wanted.lang)).c_str(), nameOf(one.fault).c_str(),
            one.certainty.empty() ? "absent" : one.certainty.c_str(), one.wanted.value.c_str(), one.read.c_str());
}

json budgetJson(const Results& results)
{
    json all{{"stages", json::object()}, {"worst", json::array()}};
    const auto budget = budgetOf(results.misreads);
    for (const Fault fault : faults()) {
        const auto row = budget.find(fault);
        all["stages"][nameOf(fault)] = {{"fields", row == budget.end() ? 0 : row->second.fields},
            {"accepted", row == budget.end() ? 0 : row->second.accepted}};
    }
    for (const Misread& one : worstOf(results.misreads, results.worst))
        all["worst"].push_back({{"file", one.specimen->file.filename().string()}, {"field", one.wanted.id},
            {"lang", one.wanted.lang}, {"truth", one.wanted.value}, {"read", one.read}, {"certainty", one.certainty},
            {"stage", nameOf(one.fault)}, {"characterErrors", one.errors}});
    return all;
}

json jsonOf(const Reliability& reliability)
{
    json bins = json::array();
    for (std::size_t i = 0; i < reliability.bins.size(); ++i) {
        const Reliability::Bin& bin = reliability.bins[i];
        bins.push_back({{"from", Reliability::from[i]}, {"fields", bin.count}, {"right", bin.right},
            {"meanConfidence", bin.count ? bin.confidence / bin.count : 0}});
    }
    return {{"bins", bins}, {"calibrationError", reliability.calibrationError()}};
}

json jsonOf(const Figures& f)
{
    return {{"pages", f.pages}, {"fields", f.fields}, {"right", f.right}, {"located", f.located},
        {"accepted", f.accepted}, {"acceptedRight", f.acceptedRight}, {"characterErrors", f.errors},
        {"characters", f.length}, {"cpuSeconds", f.seconds}, {"limitSeconds", f.limitSeconds}};
}
} // namespace

void printTable(const Results& results)
{
    std::printf("%zu pages, %u cores\n\n%-18s %11s %12s %12s\n", results.pages, results.cores, "", "pages/min",
        "peak, MiB", "worker, MiB");
    for (const Method& method : results.methods) {
        if (!method.present)
            std::printf("%-18s %s\n", method.name.c_str(), method.remark.c_str());
        else if (method.pagesAMinute <= 0)
            std::printf("%-18s %11s %12s %12s\n", method.name.c_str(), "-", "-", "-");
        else if (method.workerMiB > 0)
            std::printf("%-18s %11.1f %12.0f %12.0f\n", method.name.c_str(), method.pagesAMinute, method.peakMiB,
                method.workerMiB);
        else
            std::printf("%-18s %11.1f %12.0f %12s\n", method.name.c_str(), method.pagesAMinute, method.peakMiB, "-");
    }
    std::printf("\n  %-16s %5s %7s %8s %8s %8s %9s %9s %9s %8s\n", "", "pages", "fields", "right", "CER", "located",
        "accepted", "of them", "CPU s", "limit");
    for (const auto& [group, ignored] : results.methods.front().groups) {
        std::printf("%s\n", group.c_str());
        for (const Method& method : results.methods)
            if (const auto found = method.groups.find(group); found != method.groups.end())
                printRow(method, found->second, &method == &results.methods.front());
    }
    std::printf(
        "\nright: the field's normal form, letter by letter; CER: changed characters of its normal form\n"
        "of the peers: right where what is printed occurs anywhere in the page's text, which asks less of them: "
        "no field is told\nfrom its neighbour, and no value is made of it. White space counts nowhere.\n"
        "located: a line that was read lies on the field. accepted, of them: taken without a person, and right "
        "among those.\nCPU s: a page alone, with the start of the program. limit: what recognising the fields' "
        "lines alone takes of it.\n");
    printReliability(results);
    printBudget(results);
}

void printMaps(const pipeline::CalibrationTable& table)
{
    std::printf("%d fields of %zu files; raw confidence > share right\n", table.fields, table.files.size());
    for (const auto& [group, map] : table.maps) {
        std::printf("%-28s %5d fields, %5d right:", shortened(group).c_str(), map.fields, map.right);
        for (const auto& [raw, right] : map.points)
            std::printf("  %.4f > %.4f", raw, right);
        std::printf("\n");
    }
}

std::string jsonOf(const Results& results)
{
    json all{{"schema", "vidimus.bench-reading/1"}, {"pages", results.pages}, {"cores", results.cores},
        {"peersRule", "right where the printed text occurs in the page's text"}, {"methods", json::array()},
        {"reliability", json::object()}};
    for (const Method& method : results.methods) {
        json one{{"name", method.name}, {"present", method.present}, {"remark", method.remark},
            {"pagesAMinute", method.pagesAMinute}, {"peakMiB", method.peakMiB}, {"workerMiB", method.workerMiB},
            {"groups", json::object()}};
        for (const auto& [name, figures] : method.groups)
            one["groups"][name] = jsonOf(figures);
        all["methods"].push_back(one);
    }
    for (const auto& [name, one] : results.reliability) {
        all["reliability"][name] = jsonOf(one.told);
        all["reliability"][name]["beforeCalibration"] = jsonOf(one.raw);
    }
    all["calibration"] = {{"pages", results.calibration}, {"fittedOn", results.fittedOn}};
    all["errorBudget"] = budgetJson(results);
    return all.dump(1) + "\n";
}

} // namespace vidimus::bench
