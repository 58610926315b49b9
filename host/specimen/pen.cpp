#include "specimen/pen.hpp"

#include <algorithm>
#include <vector>

namespace vidimus::specimen {
namespace {

constexpr std::string_view open = "«", close = "»";

} // namespace

void Pen::text(double xMm, double yMm, std::string_view text, const Style& style) const
{
    m_canvas.text(at(xMm, yMm), text, style);
}

std::string Pen::valueOf(std::string_view id, std::string_view lang) const
{
    const std::string value = m_facts.value(id, hasLanguage(id) ? lang : "");
    const bool mixed = id == "holder.name.latin" && m_forms.names == NameForm::Mixed;
    return mixed ? mixedCase(value) : value;
}

std::string Pen::printed(std::string_view id, std::string_view lang) const
{
    const std::string value = valueOf(id, lang);
    if (id == "holder.name.latin")
        return m_forms.names == NameForm::Surname ? withoutComma(value) : value;
    if (id == "holder.sex")
        return lang.starts_with("zh") ? sexInHan(value) : value;
    const bool isDate
        = id.ends_with(".date") || id.ends_with("-date") || id.ends_with(".from") || id.ends_with(".until");
    if (isDate && value == "9999-12-31")
        return "长期";
    return isDate ? written(value, m_forms.dates) : value;
}

void Pen::field(double xMm, double yMm, std::string_view id, const Style& style, std::string_view around) const
{
    std::string text = printed(id, style.lang);
    if (text.empty())
        return;
    if (const std::size_t place = around.find("{}"); place != std::string_view::npos)
        text = std::string(around.substr(0, place)) + text + std::string(around.substr(place + 2));
    m_canvas.field(at(xMm, yMm), id, text, valueOf(id, style.lang), style);
}

void Pen::row(double xMm, double yMm, std::string_view label, const Style& labelStyle, double toMm, std::string_view id,
    const Style& style) const
{
    text(xMm, yMm, label, labelStyle);
    field(xMm + toMm, yMm, id, style);
}

void Pen::sentence(double xMm, double yMm, std::string_view sentence, const Style& style, const Style& fieldStyle) const
{
    std::string words;
    std::vector<Canvas::Inset> insets;
    for (std::size_t i = 0; i < sentence.size();) {
        const std::size_t begin = std::min(sentence.find(open, i), sentence.size());
        words += sentence.substr(i, begin - i);
        i = begin;
        if (begin == sentence.size())
            break;
        const std::size_t end = sentence.find(close, begin);
        const std::string id(sentence.substr(begin + open.size(), end - begin - open.size()));
        insets.push_back({id, printed(id, style.lang), valueOf(id, style.lang), std::string(style.lang)});
        words += open;
        words += close;
        i = end + close.size();
    }
    m_canvas.sentence(at(xMm, yMm), words, insets, style, fieldStyle);
}

} // namespace vidimus::specimen
