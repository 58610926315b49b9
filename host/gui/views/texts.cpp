#include "gui/views/texts.hpp"

#include "messages/ui_messages.hpp"

namespace vidimus::gui {

using messages::UiMessages;

Texts::Texts(std::string_view language)
    : m_language(UiMessages::bestLanguage(language))
{
}

std::string Texts::operator()(std::string_view key) const
{
    return shared("gui." + std::string(key));
}

std::string Texts::operator()(std::string_view key, Values values) const
{
    return UiMessages::instance().format(m_language, "gui." + std::string(key), values);
}

std::string Texts::shared(std::string_view key) const
{
    return std::string(UiMessages::instance().text(m_language, key));
}

std::string Texts::field(std::string_view id) const
{
    const std::string key = "gui.field." + std::string(id);
    const std::string text = shared(key);
    return text == key ? std::string(id) : text;
}

std::string Texts::count(std::string_view key, std::size_t n) const
{
    const std::string form = std::string(key) + (n == 1 ? ".one" : ".many");
    return (*this)(form, {{"n", std::to_string(n)}});
}

std::string allTexts(std::string_view language)
{
    const UiMessages& messages = UiMessages::instance();
    std::string all;
    for (const std::string_view key : messages.keys(language))
        if (!key.starts_with("report."))
            all += messages.text(language, key);
    return all;
}

std::string languageName(std::string_view language)
{
    return std::string(UiMessages::instance().text(language, "language.name"));
}

} // namespace vidimus::gui
