#include "report.hpp"

#include "digest/digest.hpp"
#include "support/run_program.hpp"

#include <filesystem>
#include <fstream>

namespace vidimus::bench {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {
json parsed(const std::string& text)
{
    json report = json::parse(text, nullptr, false);
    return report.is_discarded() || !report.contains("documents") ? json{{"documents", json::array()}} : report;
}

fs::path keptAt(const Specimen& specimen, const ReportSource& source)
{
    const auto digest = digest::sha256OfFile(specimen.file);
    return digest ? fs::path(source.keptIn) / (*digest + ".json") : fs::path();
}

ReadField fieldOf(const json& field, bool uncalibrated, const pipeline::CalibrationTable* table)
{
    ReadField read{true, field.at("text"), field.at("value"), field.value("certainty", ""), field.at("origin"),
        field.value("calibrationGroup", ""), field.at("confidence"),
        field.value("rawConfidence", field.at("confidence").get<double>()), field.at("regionMm"), {}, {}};
    if (uncalibrated && table && !read.group.empty())
        read.confidence = table->at(read.group, read.raw);
    for (const json& other : field.at("alternatives")) {
        read.otherTexts.push_back(other.at("text"));
        read.otherValues.push_back(other.at("value"));
    }
    return read;
}
} // namespace

Report reportOn(const Specimen& specimen, const ReportSource& source)
{
    const fs::path kept = source.keptIn.empty() ? fs::path() : keptAt(specimen, source);
    if (std::ifstream file(kept, std::ios::binary); !kept.empty() && file)
        return {parsed({std::istreambuf_iterator<char>(file), {}}), 0};
    std::vector<std::string> order{
        source.program, "verify", "--json", "--lang", "en", "--as-of", specimen.asOf, specimen.file.string()};
    const std::string calibration = kept.empty() ? source.calibration : "none";
    if (!calibration.empty())
        order.insert(order.end(), {"--calibration", calibration});
    const auto ran = tests::runProgram(order);
    Report report{parsed(ran.output), ran.cpuSeconds};
    if (!kept.empty() && report.json.contains("schema")) {
        fs::create_directories(kept.parent_path());
        std::ofstream(kept, std::ios::binary) << ran.output;
    }
    return report;
}

ReadField readField(const json& report, const TrueField& wanted, const pipeline::CalibrationTable* table)
{
    const bool uncalibrated = report.value("/calibration/state"_json_pointer, "") == "off";
    const auto* fitting = table && enginesOf(report) == table->engines ? table : nullptr;
    for (const json& document : report.at("documents"))
        for (const json& field : document.at("fields"))
            if (const std::string lang = field.value("lang", "");
                field.at("id") == wanted.id && (wanted.lang.empty() || lang.empty() || lang == wanted.lang))
                return fieldOf(field, uncalibrated, fitting);
    return {};
}

std::map<std::string, std::string> enginesOf(const json& report)
{
    return report.value("engineVersions", std::map<std::string, std::string>());
}

double scaleOf(const json& report, const Specimen& specimen)
{
    const double width = report.value("/files/0/pages/0/widthMm"_json_pointer, 0.0);
    return width > 0 && specimen.widthMm > 0 ? width / specimen.widthMm : 1;
}

} // namespace vidimus::bench
