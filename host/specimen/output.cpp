#include "specimen/alterations.hpp"
#include "specimen/pdf_alterations.hpp"
#include "specimen/print_and_scan.hpp"
#include "specimen/specimen.hpp"

#include <fstream>

namespace vidimus::specimen {
namespace {

Result<void> writeFile(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file)
        return Error{ErrorKind::System, path.string() + " could not be written.", "specimen"};
    return {};
}

} // namespace

std::optional<FileKind> kindOf(const std::filesystem::path& path)
{
    const std::string ending = path.extension().string();
    if (ending == ".png")
        return FileKind::Png;
    if (ending == ".jpg" || ending == ".jpeg")
        return FileKind::Jpeg;
    if (ending == ".pdf")
        return FileKind::Pdf;
    return std::nullopt;
}

Result<void> write(const Made& made, const std::filesystem::path& out, const std::filesystem::path& truth)
{
    if (auto written = writeFile(out, made.bytes); !written)
        return written;
    return writeFile(truth, toJson(made.truth).dump(1) + "\n");
}

std::filesystem::path truthBeside(const std::filesystem::path& out)
{
    return out.string() + ".truth.json";
}

nlohmann::ordered_json listing()
{
    using Json = nlohmann::ordered_json;
    Json list{{"schema", "vidimus.specimen-list/1"}, {"profiles", Json::array()}, {"alterations", Json::array()},
        {"degradations", Json::array()}};
    for (const DocumentType& type : documentTypes()) {
        Json layouts = Json::array();
        for (const Layout& layout : type.layouts)
            layouts.push_back(
                {{"name", layout.name}, {"description", layout.description}, {"widthMm", layout.width.value},
                    {"heightMm", layout.height.value}, {"back", layout.drawBack != nullptr}});
        list["profiles"].push_back(
            {{"id", type.id}, {"title", type.title}, {"foreign", type.foreign}, {"layouts", layouts}});
    }
    for (const Alteration& alteration : alterations())
        list["alterations"].push_back({{"name", alteration.name}, {"check", alteration.check},
            {"reason", alteration.reason}, {"description", alteration.description}, {"pdfOnly", false}});
    for (const PdfAlteration& alteration : pdfAlterations())
        list["alterations"].push_back({{"name", alteration.name}, {"check", alteration.check},
            {"reason", alteration.reason}, {"description", alteration.description}, {"pdfOnly", !alteration.anyFile}});
    for (const Degradation& step : degradations())
        list["degradations"].push_back({{"name", step.name}, {"description", step.description}});
    return list;
}

} // namespace vidimus::specimen
