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
    if (ours)
        std::printf(" %7.1f%% %8.1f%% %8.1f%%", f.locatedShare(), f.acceptedShare(), f.precision());
    else
        std::printf(" %8s %9s %9s", "-", "-", "-");
    if (f.seconds > 0)
        std::printf(" %9.2f", f.seconds / f.pages);
    else
        std::printf(" %9s", "-");
    if (ours)
        std::printf(" %7.1f%%\n", f.limitShare());
    else
        std::printf(" %8s\n", "-");
}

void printReliability(const Results& results)
{
    std::printf("\nconfidence: share of fields that are right, of how many\n%-22s", "");
    for (std::size_t i = 0; i < Reliability::from.size(); ++i)
        std::printf("   from %5.3f", Reliability::from[i]);
    std::printf("      error*\n");
    for (const auto& [name, one] : results.reliability) {
        std::printf("%-22s", name.c_str());
        for (const Reliability::Bin& bin : one.bins)
            if (bin.count > 0)
                std::printf(" %5.1f%% %5d", 100.0 * bin.right / bin.count, bin.count);
            else
                std::printf(" %12s", "-");
        std::printf("   %7.4f\n", one.calibrationError());
    }
    std::printf("* expected calibration error: mean distance of confidence and share right, weighed by fields\n");
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
    for (const auto& [name, reliability] : results.reliability) {
        json bins = json::array();
        for (std::size_t i = 0; i < reliability.bins.size(); ++i)
            bins.push_back({{"from", Reliability::from[i]}, {"fields", reliability.bins[i].count},
                {"right", reliability.bins[i].right},
                {"meanConfidence",
                    reliability.bins[i].count ? reliability.bins[i].confidence / reliability.bins[i].count : 0}});
        all["reliability"][name] = {{"bins", bins}, {"calibrationError", reliability.calibrationError()}};
    }
    return all.dump(1) + "\n";
}

} // namespace vidimus::bench
