#include "specimen/pdf_update.hpp"

#include <fmt/format.h>

#include <cassert>
#include <charconv>

namespace vidimus::specimen {
namespace {

/// The number behind the last (or first) place where the key stands.
long numberAfter(std::string_view text, std::string_view key)
{
    const std::size_t place = text.rfind(key);
    assert(place != std::string_view::npos);
    std::size_t begin = place + key.size();
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n' || text[begin] == '\r'))
        ++begin;
    long number = 0;
    std::from_chars(text.data() + begin, text.data() + text.size(), number);
    return number;
}

/// From `<<` to the `>>` that belongs to it.
std::string_view dictionaryAt(std::string_view file, std::size_t from)
{
    const std::size_t begin = file.find("<<", from);
    int depth = 0;
    for (std::size_t i = begin; i + 1 < file.size(); ++i) {
        if (file.substr(i, 2) == "<<")
            ++depth, ++i;
        else if (file.substr(i, 2) == ">>" && (++i, --depth) == 0)
            return file.substr(begin, i + 1 - begin);
    }
    return {};
}

} // namespace

std::size_t PdfUpdate::find(std::string_view file, int number)
{
    const std::string header = fmt::format("\n{} 0 obj", number);
    const std::size_t place = file.rfind(header);
    return place == std::string_view::npos ? place : place + header.size();
}

PdfUpdate::PdfUpdate(std::string file)
    : m_file(std::move(file))
{
    m_previousTable = static_cast<std::size_t>(numberAfter(m_file, "startxref"));
    const std::string_view trailer = std::string_view(m_file).substr(m_file.rfind("trailer"));
    m_next = static_cast<int>(numberAfter(trailer, "/Size"));
    m_root = static_cast<int>(numberAfter(trailer, "/Root"));
    m_info = static_cast<int>(numberAfter(trailer, "/Info"));
    const std::string pages = dictionary(static_cast<int>(numberAfter(dictionary(m_root), "/Pages")));
    m_page = static_cast<int>(numberAfter(pages, "/Kids ["));
}

std::string PdfUpdate::dictionary(int number) const
{
    if (const auto own = m_changed.find(number); own != m_changed.end())
        return std::string(dictionaryAt(own->second, 0));
    return std::string(dictionaryAt(m_file, find(m_file, number)));
}

void PdfUpdate::addKey(int number, std::string_view key, std::string_view value)
{
    std::string body = dictionary(number);
    body.insert(2, fmt::format(" {} {}", key, value));
    m_changed[number] = std::move(body);
}

int PdfUpdate::add(std::string body)
{
    m_changed[m_next] = std::move(body);
    return m_next++;
}

std::string PdfUpdate::finish() const
{
    std::string file = m_file;
    if (file.back() != '\n')
        file += '\n';
    std::map<int, std::size_t> places;
    for (const auto& [number, body] : m_changed) {
        places[number] = file.size();
        file += fmt::format("{} 0 obj\n{}\nendobj\n", number, body);
    }
    const std::size_t table = file.size();
    file += "xref\n";
    for (const auto& [number, place] : places)
        file += fmt::format("{} 1\n{:010} 00000 n \n", number, place);
    file += fmt::format("trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R /Prev {} >>\nstartxref\n{}\n%%EOF\n", m_next,
        m_root, m_info, m_previousTable, table);
    return file;
}

} // namespace vidimus::specimen
