#include "methods.hpp"
#include "reading_probe/scores.hpp"
#include "support/run_program.hpp"
#include "worker_memory.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vidimus::bench {

using nlohmann::json;
using tests::runProgram;

namespace {
struct ReadField {
    std::string value, certainty, origin;
    double confidence = 0;
};

/// The entry that checks use: the first with this id and language.
ReadField readField(const json& report, const TrueField& wanted)
{
    for (const json& document : report.at("documents"))
        for (const json& field : document.at("fields"))
            if (const std::string lang = field.value("lang", "");
                field.at("id") == wanted.id && (wanted.lang.empty() || lang.empty() || lang == wanted.lang))
                return {field.at("value"), field.at("certainty"), field.at("origin"), field.at("confidence")};
    return {};
}

/// What a field holds: names, dates, numbers, or something else.
std::string kindOf(const std::string& id)
{
    for (const char* kind : {"name", "date", "number"})
        if (id.find(kind) != std::string::npos)
            return kind;
    return id.starts_with("valid.") ? "date" : "other";
}

struct Confident {
    double confidence = 0;
    bool right = false;
    std::string origin, kind;
};

Figures measureOne(const Specimen& specimen, const std::string& program, std::vector<Confident>& confident)
{
    Figures figures;
    figures.pages = 1;
    const auto ran
        = runProgram({program, "verify", "--json", "--lang", "en", "--as-of", specimen.asOf, specimen.file.string()});
    figures.seconds = ran.cpuSeconds;
    json report = json::parse(ran.output, nullptr, false);
    if (report.is_discarded())
        report = {{"documents", json::array()}};
    for (const TrueField& wanted : specimen.fields) {
        const ReadField read = readField(report, wanted);
        const bool right = read.value == wanted.value;
        const auto distance = probe::distanceBetween(wanted.value, read.value);
        ++figures.fields;
        figures.right += right;
        figures.errors += distance.errors;
        figures.length += distance.length;
        figures.accepted += read.certainty == "accepted";
        figures.acceptedRight += right && read.certainty == "accepted";
        if (!read.value.empty())
            confident.push_back({read.confidence, right, read.origin, kindOf(wanted.id)});
    }
    return figures;
}
} // namespace

Method measureVidimus(const std::vector<Specimen>& specimens, const std::string& program, Results& results)
{
    Method method;
    method.name = "vidimus verify";
    method.present = true;
    std::vector<Figures> pages(specimens.size());
    std::vector<std::vector<Confident>> confident(specimens.size());
    onAllCores(specimens.size(), [&](std::size_t i) { pages[i] = measureOne(specimens[i], program, confident[i]); });
    for (const auto& fields : confident)
        for (const Confident& field : fields)
            for (const std::string& name : {std::string("all"), "origin " + field.origin, "kind " + field.kind})
                results.reliability[name].add(field.confidence, field.right);
    method.groups = grouped(specimens, pages);

    std::vector<std::string> all{program, "verify", "--json"};
    for (const Specimen& specimen : specimens)
        all.push_back(specimen.file.string());
    const WorkerMemory workers("vidimus-worker");
    const auto ran = runProgram(all);
    method.pagesAMinute = 60 * static_cast<double>(specimens.size()) / ran.seconds;
    method.workerMiB = workers.peakMiB();
    method.peakMiB = std::max(ran.peakMiB, method.workerMiB);
    return method;
}

} // namespace vidimus::bench
