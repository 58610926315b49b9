#include "content_interpreter.hpp"
#include "line_grouping.hpp"

#include <cmath>
#include <cstdlib>

namespace {

using namespace vidimus::pdf;

/// One font, a form that draws itself, a picture.
class FuzzedResources final : public Resources {
public:
    const Font* font(const std::string& name) override { return name == "F" ? &m_simple : &m_wide; }
    std::optional<Form> form(const std::string&) override { return Form{m_content, {}, nullptr}; }
    std::optional<PlacedImage> image(const std::string& name) override
    {
        return name == "I" ? std::optional(PlacedImage()) : std::nullopt;
    }
    Properties properties(const Value& value) override { return {value["ActualText"].text, value.isTrue()}; }
    std::string m_content;

private:
    Font m_simple;
    Font m_wide = [] {
        Font font;
        font.composite = font.utf16 = true;
        return font;
    }();
};

} // namespace

/// Content streams come from whoever made the PDF; what they draw is grouped into lines.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedResources resources;
    resources.m_content.assign(reinterpret_cast<const char*>(data), size);
    const auto content = interpret(resources.m_content, resources, {20'000, 5'000, 500, 4});
    std::size_t offPage = 0;
    const PageGeometry page{210, 297, {25.4 / 72, 0, 0, -25.4 / 72, 0, 297}};
    for (const auto& line : linesOf(placed(content.glyphs, page, offPage)))
        if (!std::isfinite(line.region.x_mm) || line.words.empty() || !(line.confidence <= 1))
            std::abort();
    return 0;
}
