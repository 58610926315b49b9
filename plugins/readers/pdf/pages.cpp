#include "structure.hpp"

#include <algorithm>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostPages = 100'000;

double numberOr(const Value& value, double fallback)
{
    return value.isNumber() ? value.number : fallback;
}

struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool empty() const { return !(x1 - x0 > 0.01 && y1 - y0 > 0.01); }
};

Box boxOf(Objects& objects, const Value& array)
{
    const double x0 = numberOr(objects.get(array, std::size_t(0)), 0), y0 = numberOr(objects.get(array, 1), 0);
    const double x1 = numberOr(objects.get(array, 2), 0), y1 = numberOr(objects.get(array, 3), 0);
    return {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
}

} // namespace

const std::vector<PageNode>& Document::pages()
{
    if (!m_pages) {
        m_pages.emplace();
        const Value& root = catalog()["Pages"];
        walkPages(resolve(root), root.isReference() ? static_cast<std::uint32_t>(root.number) : 0, {}, 0);
    }
    return *m_pages;
}

void Document::walkPages(const Value& node, std::uint32_t object, PageNode inherited, int depth)
{
    const bool looped = object != 0 && std::find(m_visited.begin(), m_visited.end(), object) != m_visited.end();
    if (!node.isDictionary() || depth > 64 || looped || ++m_nodes > 4 * mostPages || m_pages->size() >= mostPages)
        return;
    const auto inherit = [&](Value& into, std::string_view key) {
        if (const Value& own = get(node, key); !own.isNull())
            into = own;
    };
    inherit(inherited.resources, "Resources");
    inherit(inherited.mediaBox, "MediaBox");
    inherit(inherited.cropBox, "CropBox");
    inherit(inherited.rotate, "Rotate");
    const Value& kids = get(node, "Kids");
    if (!kids.isArray()) {
        if (!get(node, "Type").isName("Pages")) {
            inherited.object = object;
            inherited.dictionary = node;
            m_pages->push_back(std::move(inherited));
        }
        return;
    }
    m_visited.push_back(object);
    for (const Value& kid : kids.items)
        walkPages(resolve(kid), kid.isReference() ? static_cast<std::uint32_t>(kid.number) : 0, inherited, depth + 1);
    m_visited.pop_back();
}

PageGeometry geometryOf(Objects& objects, const PageNode& page)
{
    Box box = boxOf(objects, page.mediaBox);
    if (box.empty())
        box = {0, 0, 612, 792}; // what viewers take where no MediaBox is given
    if (Box crop = boxOf(objects, page.cropBox); !crop.empty()) {
        crop = {
            std::max(crop.x0, box.x0), std::max(crop.y0, box.y0), std::min(crop.x1, box.x1), std::min(crop.y1, box.y1)};
        if (!crop.empty())
            box = crop;
    }
    const double unit = std::clamp(numberOr(objects.get(page.dictionary, "UserUnit"), 1), 0.001, 75'000.0);
    const double s = unit * 25.4 / 72;
    const double width = (box.x1 - box.x0) * s, height = (box.y1 - box.y0) * s;
    const auto quarter = ((page.rotate.integer() / 90) % 4 + 4) % 4;
    // PDF counts y upwards; the displayed page counts it downwards from its top left.
    switch (quarter) {
    case 1:
        return {height, width, {0, s, s, 0, -box.y0 * s, -box.x0 * s}};
    case 2:
        return {width, height, {-s, 0, 0, s, box.x1 * s, -box.y0 * s}};
    case 3:
        return {height, width, {0, -s, -s, 0, box.y1 * s, box.x1 * s}};
    default:
        return {width, height, {s, 0, 0, -s, -box.x0 * s, box.y1 * s}};
    }
}

} // namespace vidimus::pdf
