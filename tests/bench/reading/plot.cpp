#include "output.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <vector>

namespace vidimus::bench {

namespace {
constexpr const char* ink = "#1f2933";
constexpr const char* quiet = "#7b8794";
constexpr const char* faint = "#e4e7eb";
constexpr const char* former = "#b8c2cc";
constexpr const char* colours[] = {"#2563a8", "#c98a2b", "#8a9aa9"};

std::string number(double value, int digits = 1)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

/// Writes SVG elements; lengths in pixels.
class Drawing {
public:
    void rect(double x, double y, double width, double height, const std::string& fill, double round = 0)
    {
        m_body += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
            + number(height) + "\" rx=\"" + number(round) + "\" fill=\"" + fill + "\"/>\n";
    }
    void line(double x0, double y0, double x1, double y1, const std::string& stroke, const std::string& more = {})
    {
        m_body += "<line x1=\"" + number(x0) + "\" y1=\"" + number(y0) + "\" x2=\"" + number(x1) + "\" y2=\""
            + number(y1) + "\" stroke=\"" + stroke + "\" " + more + "/>\n";
    }
    void circle(double x, double y, double radius, const std::string& fill)
    {
        m_body += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" fill=\""
            + fill + "\" fill-opacity=\"0.85\" stroke=\"white\"/>\n";
    }
    void text(double x, double y, const std::string& words, double size, const std::string& fill,
        const std::string& anchor = "start", const std::string& more = {})
    {
        m_body += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size) + "\" fill=\""
            + fill + "\" text-anchor=\"" + anchor + "\" " + more + ">" + words + "</text>\n";
    }
    std::string document(double width, double height) const
    {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width, 0) + "\" height=\""
            + number(height, 0) + "\" font-family=\"'Noto Sans', 'DejaVu Sans', sans-serif\">\n<rect width=\"100%\" "
            + "height=\"100%\" fill=\"white\"/>\n" + m_body + "</svg>\n";
    }

private:
    std::string m_body;
};

struct Place {
    double x, y, width, height;
};

/// One bar a method, the value at its end.
void bars(Drawing& drawing, const Results& results, const Place& at, const std::string& title, double full,
    const std::string& unit, double (*valueOf)(const Method&))
{
    drawing.text(at.x, at.y, title, 14, ink, "start", "font-weight=\"600\"");
    constexpr double step = 34, thick = 20, names = 104, values = 58;
    const double longest = at.width - names - values;
    for (std::size_t i = 0; i < results.methods.size(); ++i) {
        const Method& method = results.methods[i];
        const double y = at.y + 18 + step * static_cast<double>(i);
        drawing.text(at.x, y + 14, method.name, 12, ink);
        if (!method.present) {
            drawing.text(at.x + names, y + 14, "not measured", 12, quiet);
            continue;
        }
        const double value = valueOf(method), length = std::max(1.0, longest * std::min(1.0, value / full));
        drawing.rect(at.x + names, y, longest, thick, "#f5f7fa", 3);
        drawing.rect(at.x + names, y, length, thick, colours[i % std::size(colours)], 3);
        drawing.text(at.x + names + longest + 8, y + 14, number(value) + unit, 12, ink);
    }
}

/// Shares are drawn stretched towards 1, where nearly all fields are.
double stretched(double share)
{
    constexpr double finest = 0.002;
    return std::log((1 + finest) / (1 - std::clamp(share, 0.0, 1.0) + finest)) / std::log((1 + finest) / finest);
}

void curve(Drawing& drawing, const Reliability& reliability, const Place& at, const std::string& stroke)
{
    double beforeX = -1, beforeY = -1;
    std::vector<std::array<double, 3>> points;
    for (const Reliability::Bin& bin : reliability.bins) {
        if (bin.count == 0)
            continue;
        const double x = at.x + stretched(bin.confidence / bin.count) * at.width,
                     y = at.y + (1 - stretched(static_cast<double>(bin.right) / bin.count)) * at.height;
        if (beforeX >= 0)
            drawing.line(beforeX, beforeY, x, y, stroke, "stroke-width=\"2\" stroke-linecap=\"round\"");
        points.push_back({x, y, 4 + 12 * std::sqrt(static_cast<double>(bin.count) / reliability.count())});
        beforeX = x;
        beforeY = y;
    }
    for (const auto& [x, y, radius] : points)
        drawing.circle(x, y, radius, stroke);
}

/// As told, and in grey as it was before calibration.
void reliabilityCurve(Drawing& drawing, const ReliabilityPair& pair, const Place& at)
{
    drawing.text(
        at.x, at.y - 34, "Is a field as often right as its confidence says?", 14, ink, "start", "font-weight=\"600\"");
    drawing.text(at.x, at.y - 16,
        std::to_string(pair.told.count()) + " fields; calibration error " + number(pair.told.calibrationError(), 3)
            + " (grey: before, " + number(pair.raw.calibrationError(), 3) + ")",
        11.5, quiet);
    for (const double tick : {0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0}) {
        const double x = at.x + stretched(tick) * at.width, y = at.y + (1 - stretched(tick)) * at.height;
        drawing.line(x, at.y, x, at.y + at.height, faint);
        drawing.line(at.x, y, at.x + at.width, y, faint);
        const std::string label = number(100 * tick, 0);
        drawing.text(x, at.y + at.height + 16, label, 11, quiet, "middle");
        drawing.text(at.x - 8, y + 4, label, 11, quiet, "end");
    }
    drawing.line(at.x, at.y + at.height, at.x + at.width, at.y, quiet, "stroke-dasharray=\"4 4\"");
    drawing.text(at.x + at.width / 2, at.y + at.height + 34, "confidence, %", 11.5, ink, "middle");
    drawing.text(at.x - 40, at.y + at.height / 2, "right, %", 11.5, ink, "middle",
        "transform=\"rotate(-90 " + number(at.x - 40) + " " + number(at.y + at.height / 2) + ")\"");
    curve(drawing, pair.raw, at, former);
    curve(drawing, pair.told, at, colours[0]);
}

/// One strip, a part for each stage at which fields went wrong.
void budgetStrip(Drawing& drawing, const Results& results, const Place& at)
{
    drawing.text(at.x, at.y, "Where wrong fields go wrong", 14, ink, "start", "font-weight=\"600\"");
    const auto budget = budgetOf(results.misreads);
    const double one = at.width / static_cast<double>(std::max<std::size_t>(results.misreads.size(), 1));
    constexpr const char* fills[] = {"#7b8794", "#2563a8", "#c98a2b", "#8a5fa8", "#4f9a6a"};
    double x = at.x, name = at.x;
    for (std::size_t i = 0; i < faults().size(); ++i) {
        const auto row = budget.find(faults()[i]);
        const int fields = row == budget.end() ? 0 : row->second.fields;
        drawing.rect(x, at.y + 14, one * fields, 20, fills[i]);
        drawing.circle(name + 5, at.y + 49, 5, fills[i]);
        drawing.text(name + 14, at.y + 53, nameOf(faults()[i]) + " " + std::to_string(fields), 11.5, ink);
        x += one * fields;
        name += at.width / static_cast<double>(faults().size());
    }
}
} // namespace

std::string svgOf(const Results& results)
{
    Drawing drawing;
    constexpr double width = 920, height = 640, margin = 36;
    drawing.text(margin, 44, "Reading licences", 20, ink, "start", "font-weight=\"700\"");
    drawing.text(margin, 64,
        std::to_string(results.pages) + " pages, " + std::to_string(results.cores) + " cores, all methods in one run",
        12, quiet);
    const Place column{margin, 104, 400, 130};
    double fastest = 1, worst = 1;
    for (const Method& method : results.methods) {
        fastest = std::max(fastest, method.pagesAMinute);
        if (method.present)
            worst = std::max(worst, method.groups.at("all").errorRate());
    }
    bars(drawing, results, column, "Fields exactly right", 100, " %",
        [](const Method& method) { return method.groups.at("all").rightShare(); });
    bars(drawing, results, {column.x, column.y + 140, column.width, 0}, "Pages a minute", fastest, "",
        [](const Method& method) { return method.pagesAMinute; });
    bars(drawing, results, {column.x, column.y + 280, column.width, 0}, "Characters wrong (less is better)", worst,
        " %", [](const Method& method) { return method.groups.at("all").errorRate(); });
    drawing.text(margin, height - 18,
        "Of the peers a field is right where its print occurs anywhere in the page's text, which asks less of them.",
        11, quiet);
    if (const auto all = results.reliability.find("all"); all != results.reliability.end())
        reliabilityCurve(drawing, all->second, {530, 138, 350, 290});
    budgetStrip(drawing, results, {margin, 536, width - 2 * margin, 0});
    return drawing.document(width, height);
}

} // namespace vidimus::bench
