#include "specimen/sheet.hpp"
#include "specimen/rendering.hpp"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <array>

namespace vidimus::specimen {
namespace {

constexpr double maximumSideMm = 1200; ///< A0
/// Height of a capital letter as a share of the size of type: 0.716 in Liberation Sans, 0.733 in Noto Sans CJK.
constexpr double capitalHeight = 0.72;

struct Print {
    Point where;
    double heightMm = 0;
    std::string text, lang;
};

struct Sheet {
    PageSize size;
    std::vector<Print> prints;
};

/// What a sheet lacks, and where; thrown within this file only.
struct Lacking {
    toml::source_position at;
    const char* what;
};

double lengthOf(toml::node_view<const toml::node> node, const toml::node& within, const char* what)
{
    const auto value = node.value<double>();
    if (!value || *value <= 0 || *value > maximumSideMm)
        throw Lacking{within.source().begin, what};
    return *value;
}

Print printOf(const toml::node& row)
{
    const toml::table* table = row.as_table();
    const toml::array* where = table ? (*table)["at"].as_array() : nullptr;
    if (!where || where->size() != 2 || !(*where)[0].is_number() || !(*where)[1].is_number())
        throw Lacking{row.source().begin, "a [[print]] needs at = [x, y], in millimetres"};
    Print print;
    print.where = at(*(*where)[0].value<double>(), *(*where)[1].value<double>());
    print.heightMm = lengthOf((*table)["height"], row, "a [[print]] needs the height of its letters, in millimetres");
    print.text = (*table)["text"].value_or(std::string());
    print.lang = (*table)["lang"].value_or(std::string());
    if (print.text.empty())
        throw Lacking{row.source().begin, "a [[print]] needs a text"};
    return print;
}

Sheet sheetOf(const toml::table& root)
{
    if (root["schema"].value_or(std::string()) != "vidimus.specimen/1")
        throw Lacking{root.source().begin, "schema must be \"vidimus.specimen/1\""};
    constexpr const char* page = "page = { width, height } is needed, in millimetres";
    Sheet sheet{{{lengthOf(root["page"]["width"], root, page)}, {lengthOf(root["page"]["height"], root, page)}}, {}};
    if (const toml::array* rows = root["print"].as_array())
        for (const toml::node& row : *rows)
            sheet.prints.push_back(printOf(row));
    if (sheet.prints.empty())
        throw Lacking{root.source().begin, "nothing is printed: [[print]] is needed"};
    return sheet;
}

Result<Sheet> readSheet(const std::filesystem::path& path)
{
    const auto malformed = [&](const toml::source_position& at, std::string_view what) {
        return Error{
            ErrorKind::Malformed, fmt::format("{}:{}:{}: {}", path.string(), at.line, at.column, what), "specimen"};
    };
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return Error{ErrorKind::NotFound, path.string() + ": there is no such file", "specimen"};
    try {
        const toml::table root = toml::parse_file(path.string());
        return sheetOf(root);
    } catch (const toml::parse_error& broken) {
        return malformed(broken.source().begin, broken.description());
    } catch (const Lacking& lacking) {
        return malformed(lacking.at, lacking.what);
    }
}

} // namespace

Result<std::string> drawSheet(const std::filesystem::path& path, FileKind kind, Dpi dpi)
{
    const auto sheet = readSheet(path);
    if (!sheet)
        return sheet.error();
    const auto paint = [&](Canvas& canvas) {
        for (const Print& print : sheet->prints) {
            Style style;
            style.points = points(print.heightMm) / capitalHeight;
            style.lang = print.lang;
            canvas.text(print.where, print.text, style);
        }
    };
    if (kind == FileKind::Pdf) {
        const auto pdf = renderPdf(paint, sheet->size, {}, {path.stem().string(), {}, "Vidimus specimen", {}});
        return pdf ? Result<std::string>(pdf->bytes) : pdf.error();
    }
    const auto picture = renderPicture(paint, sheet->size, dpi, {});
    if (!picture)
        return picture.error();
    return kind == FileKind::Png ? encodePng(picture->pixels, dpi) : encodeJpeg(picture->pixels, dpi, 90);
}

} // namespace vidimus::specimen
