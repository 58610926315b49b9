#include "content_interpreter.hpp"
#include "lexer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vidimus::pdf {

namespace {

struct GraphicsState {
    Matrix ctm;
    const Font* font = nullptr;
    double size = 0, charSpace = 0, wordSpace = 0, scale = 1, leading = 0, rise = 0;
    int mode = 0;
};

/// A marked-content section that is open.
struct Section {
    std::optional<std::string> actualText;
    bool layerOff = false;
};

double finite(double value)
{
    return std::isfinite(value) && std::abs(value) < 1e7 ? value : 0;
}

class Interpreter {
public:
    Interpreter(const ContentLimits& limits, PageContent& out)
        : m_limits(limits)
        , m_out(out)
    {
    }
    void run(std::string_view content, Resources& resources, int depth);
    GraphicsState state;

private:
    using Operands = std::vector<Value>;
    double number(std::size_t fromLast) const
    {
        return m_operands.size() > fromLast ? finite(m_operands[m_operands.size() - 1 - fromLast].number) : 0;
    }
    Matrix matrix() const { return {number(5), number(4), number(3), number(2), number(1), number(0)}; }
    bool stateOperator(const std::string& op, Resources& resources);
    bool textOperator(const std::string& op);
    bool showOperator(const std::string& op);
    void markedContent(const std::string& op, Resources& resources);
    void draw(Resources& resources, int depth);
    void nextLine(double x, double y);
    void show(const std::string& bytes);
    void place(const Char& c);
    bool layerOff() const;

    const ContentLimits& m_limits;
    PageContent& m_out;
    Operands m_operands;
    std::vector<GraphicsState> m_saved;
    std::vector<Section> m_sections;
    Matrix m_text, m_line;
    std::size_t m_operators = 0;
};

void Interpreter::run(std::string_view content, Resources& resources, int depth)
{
    Lexer lexer(content);
    const std::size_t savedBefore = m_saved.size(), sectionsBefore = m_sections.size();
    for (;;) {
        Value value = lexer.next();
        if (value.kind == Value::Kind::End)
            break;
        if (value.kind != Value::Kind::Keyword) {
            if (m_operands.size() < 64) // no operator takes more than 33 (SCN)
                m_operands.push_back(std::move(value));
            continue;
        }
        if (++m_operators > m_limits.operators || m_out.glyphs.size() >= m_limits.glyphs
            || m_out.images.size() >= m_limits.images) {
            m_out.cut = true;
            break;
        }
        const std::string& op = value.text;
        if (op == "q" && m_saved.size() < 512)
            m_saved.push_back(state);
        else if (op == "Q" && m_saved.size() > savedBefore) {
            state = m_saved.back();
            m_saved.pop_back();
        } else if (op == "ID") {
            m_out.images.push_back({state.ctm, 0, 0});
            lexer.skipInlineImage();
        } else if (op == "Do")
            draw(resources, depth);
        else if (op == "BMC" || op == "BDC" || op == "EMC")
            markedContent(op, resources);
        else if (!stateOperator(op, resources) && !textOperator(op))
            showOperator(op);
        m_operands.clear();
    }
    m_operands.clear();
    m_saved.resize(std::min(m_saved.size(), savedBefore));
    m_sections.resize(std::min(m_sections.size(), sectionsBefore));
}

bool Interpreter::stateOperator(const std::string& op, Resources& resources)
{
    if (op == "cm")
        state.ctm = matrix().then(state.ctm);
    else if (op == "Tf") {
        const Value* name = m_operands.size() >= 2 ? &m_operands[m_operands.size() - 2] : nullptr;
        state.font = name && name->kind == Value::Kind::Name ? resources.font(name->text) : nullptr;
        state.size = number(0);
    } else if (op == "Tc")
        state.charSpace = number(0);
    else if (op == "Tw")
        state.wordSpace = number(0);
    else if (op == "Tz")
        state.scale = number(0) / 100;
    else if (op == "TL")
        state.leading = number(0);
    else if (op == "Ts")
        state.rise = number(0);
    else if (op == "Tr")
        state.mode = static_cast<int>(number(0));
    else
        return false;
    return true;
}

void Interpreter::nextLine(double x, double y)
{
    m_line = Matrix{1, 0, 0, 1, x, y}.then(m_line);
    m_text = m_line;
}

bool Interpreter::textOperator(const std::string& op)
{
    if (op == "BT")
        m_text = m_line = Matrix();
    else if (op == "Td")
        nextLine(number(1), number(0));
    else if (op == "TD") {
        state.leading = -number(0);
        nextLine(number(1), number(0));
    } else if (op == "Tm")
        m_text = m_line = matrix();
    else if (op == "T*")
        nextLine(0, -state.leading);
    else
        return false;
    return true;
}

bool Interpreter::showOperator(const std::string& op)
{
    if (op == "\"") {
        state.wordSpace = number(2);
        state.charSpace = number(1);
    }
    if (op == "'" || op == "\"")
        nextLine(0, -state.leading);
    else if (op != "Tj" && op != "TJ")
        return false;
    if (m_operands.empty())
        return true;
    const Value shown = std::move(m_operands.back());
    if (shown.isString())
        show(shown.text);
    for (const Value& item : shown.items) {
        if (item.isString())
            show(item.text);
        else if (item.isNumber()) {
            const double back = -finite(item.number) / 1000 * state.size;
            const bool vertical = state.font && state.font->vertical;
            m_text = Matrix{1, 0, 0, 1, vertical ? 0 : back * state.scale, vertical ? back : 0}.then(m_text);
        }
    }
    return true;
}

void Interpreter::show(const std::string& bytes)
{
    if (!state.font)
        return;
    for (const Char& c : state.font->decode(bytes)) {
        if (m_out.glyphs.size() >= m_limits.glyphs)
            return;
        place(c);
        double advance = c.advance * state.size + state.charSpace;
        if (c.bytes == 1 && c.code == 32)
            advance += state.wordSpace; // 9.3.3: single-byte code 32 only
        if (state.font->vertical)
            m_text = Matrix{1, 0, 0, 1, 0, -advance}.then(m_text);
        else
            m_text = Matrix{1, 0, 0, 1, advance * state.scale, 0}.then(m_text);
    }
}

void Interpreter::place(const Char& c)
{
    const bool vertical = state.font->vertical;
    const Matrix whole = Matrix{state.size * state.scale, 0, 0, state.size, 0, state.rise}.then(m_text).then(state.ctm);
    // The writing direction and the way up, each in its own length of one em.
    double ux = vertical ? -whole.c : whole.a, uy = vertical ? -whole.d : whole.b;
    double vx = vertical ? whole.a : whole.c, vy = vertical ? whole.b : whole.d;
    const double along = std::hypot(ux, uy), across = std::hypot(vx, vy);
    if (!(along > 1e-6 && along < 1e7) || !(across > 1e-6 && across < 1e7) || !(std::hypot(whole.e, whole.f) < 1e7))
        return;
    Glyph glyph;
    glyph.text = c.text;
    glyph.mapped = c.mapped;
    glyph.x = whole.e;
    glyph.y = whole.f;
    glyph.ux = ux / along;
    glyph.uy = uy / along;
    glyph.vx = vx / across;
    glyph.vy = vy / across;
    // Letter-spaced text belongs together: the spacing counts to the character.
    const double em = std::abs(state.size * state.scale);
    const double spacing = em > 1e-9 ? state.charSpace * std::abs(state.scale) / em : 0;
    glyph.advance = (c.advance + std::max(spacing, 0.0)) * along;
    // Vertical writing hangs its characters centred under the origin (9.7.4.3, default DW2).
    glyph.ascent = (vertical ? 0.5 : state.font->ascent) * across;
    glyph.descent = (vertical ? -0.5 : state.font->descent) * across;
    glyph.hidden = state.mode == 3 || state.mode == 7 || layerOff();
    for (Section& section : m_sections)
        if (section.actualText) {
            glyph.text = std::exchange(*section.actualText, std::string());
            glyph.mapped = true;
            break;
        }
    m_out.glyphs.push_back(std::move(glyph));
}

bool Interpreter::layerOff() const
{
    for (const Section& section : m_sections)
        if (section.layerOff)
            return true;
    return false;
}

void Interpreter::markedContent(const std::string& op, Resources& resources)
{
    if (op == "EMC") {
        if (!m_sections.empty())
            m_sections.pop_back();
        return;
    }
    Section section;
    if (op == "BDC" && m_operands.size() >= 2) {
        Properties properties = resources.properties(m_operands.back());
        section.actualText = std::move(properties.actualText);
        section.layerOff = properties.layerOff && m_operands[m_operands.size() - 2].isName("OC");
    }
    if (m_sections.size() < 512)
        m_sections.push_back(std::move(section));
}

void Interpreter::draw(Resources& resources, int depth)
{
    if (m_operands.empty() || m_operands.back().kind != Value::Kind::Name)
        return;
    const std::string name = m_operands.back().text;
    if (auto image = resources.image(name)) {
        image->matrix = state.ctm;
        m_out.images.push_back(*image);
        return;
    }
    if (depth >= m_limits.formDepth) {
        m_out.cut = true;
        return;
    }
    auto form = resources.form(name);
    if (!form)
        return;
    const GraphicsState before = state;
    const Matrix text = m_text, line = m_line;
    state.ctm = form->matrix.then(state.ctm);
    run(form->content, form->resources ? *form->resources : resources, depth + 1);
    state = before;
    m_text = text;
    m_line = line;
}

} // namespace

PageContent interpret(std::string_view content, Resources& resources, const ContentLimits& limits)
{
    PageContent out;
    Interpreter(limits, out).run(content, resources, 0);
    return out;
}

} // namespace vidimus::pdf
