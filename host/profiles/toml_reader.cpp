#include "profiles/toml_reader.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace vidimus::profiles {
namespace {

std::string placed(const std::filesystem::path& file, const toml::source_position& at, const std::string& what)
{
    std::ostringstream message;
    message << file.string() << ":" << std::max<unsigned>(at.line, 1) << ":" << std::max<unsigned>(at.column, 1) << ": "
            << what;
    return message.str();
}

std::string quoted(std::string_view key)
{
    return "'" + std::string(key) + "'";
}

} // namespace

Result<toml::table> TomlReader::parse() const
{
    std::ifstream stream(m_file, std::ios::binary);
    if (!stream)
        return Error{ErrorKind::NotFound, m_file.string() + " cannot be opened", "profiles"};
    try {
        return toml::parse(stream, m_file.string());
    } catch (const toml::parse_error& error) {
        return Error{
            ErrorKind::Malformed, placed(m_file, error.source().begin, std::string(error.description())), "profiles"};
    }
}

void TomlReader::fail(const toml::source_position& at, const std::string& what)
{
    if (!m_error)
        m_error = Error{ErrorKind::Malformed, placed(m_file, at, what), "profiles"};
}

void TomlReader::onlyKeys(
    const toml::table& table, std::initializer_list<std::string_view> known, std::string_view where)
{
    for (const auto& [key, value] : table)
        if (std::find(known.begin(), known.end(), key.str()) == known.end())
            fail(key.source().begin, "unknown key " + quoted(key.str()) + " in " + std::string(where));
}

std::string TomlReader::text(const toml::table& table, std::string_view key, bool required)
{
    const toml::node* node = table.get(key);
    if (!node) {
        if (required)
            fail(table, quoted(key) + " is missing");
        return {};
    }
    if (const auto value = node->value_exact<std::string>()) {
        if (required && value->empty())
            fail(*node, quoted(key) + " is empty");
        return *value;
    }
    fail(*node, quoted(key) + " must be a string");
    return {};
}

std::vector<std::string> TomlReader::texts(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node)
        return {};
    if (const auto value = node->value_exact<std::string>())
        return {*value};
    std::vector<std::string> all;
    if (const toml::array* list = node->as_array()) {
        for (const toml::node& item : *list)
            if (const auto value = item.value_exact<std::string>())
                all.push_back(*value);
            else
                fail(item, quoted(key) + " must hold strings only");
        return all;
    }
    fail(*node, quoted(key) + " must be a string or a list of strings");
    return {};
}

std::optional<double> TomlReader::number(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node)
        return std::nullopt;
    if (node->is_number())
        return node->value<double>();
    fail(*node, quoted(key) + " must be a number");
    return std::nullopt;
}

std::optional<int> TomlReader::integer(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node)
        return std::nullopt;
    if (node->is_integer())
        return node->value<int>();
    fail(*node, quoted(key) + " must be a whole number");
    return std::nullopt;
}

bool TomlReader::flag(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node)
        return false;
    if (const auto value = node->value_exact<bool>())
        return *value;
    fail(*node, quoted(key) + " must be true or false");
    return false;
}

std::optional<Date> TomlReader::date(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (!node)
        return std::nullopt;
    if (const auto value = node->value<toml::date>())
        if (const auto date = Date::of(value->year, value->month, value->day))
            return date;
    fail(*node, quoted(key) + " must be a date, e.g. 2019-09-01");
    return std::nullopt;
}

const toml::table* TomlReader::table(const toml::table& table, std::string_view key)
{
    const toml::node* node = table.get(key);
    if (node && !node->is_table())
        fail(*node, quoted(key) + " must be a table");
    return node ? node->as_table() : nullptr;
}

std::vector<const toml::table*> TomlReader::rows(const toml::table& table, std::string_view key)
{
    std::vector<const toml::table*> all;
    const toml::node* node = table.get(key);
    if (!node)
        return all;
    const toml::array* list = node->as_array();
    if (!list) {
        fail(*node, "write [[" + std::string(key) + "]], one table for each");
        return all;
    }
    for (const toml::node& item : *list)
        if (item.is_table())
            all.push_back(item.as_table());
        else
            fail(item, "write [[" + std::string(key) + "]], one table for each");
    return all;
}

std::optional<std::string> scalarText(const toml::node& node)
{
    if (const auto text = node.value_exact<std::string>())
        return text;
    if (const auto flag = node.value_exact<bool>())
        return *flag ? "true" : "false";
    if (node.is_table() || node.is_array())
        return std::nullopt;
    std::ostringstream written;
    written << toml::node_view<const toml::node>(node);
    return written.str();
}

} // namespace vidimus::profiles
