#pragma once
#include "core/date.hpp"
#include "core/result.hpp"

#include <toml++/toml.h>

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace vidimus::profiles {

/// Takes values out of a TOML table strictly: a wrong type, a missing value or an unknown key is an error that names
/// file, line, column and key. The first error is kept; what is asked after it answers with defaults.
class TomlReader {
public:
    explicit TomlReader(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }

    /// Parses the file. Errors: NotFound, Malformed.
    Result<toml::table> parse() const;

    void fail(const toml::source_position& at, const std::string& what);
    void fail(const toml::node& at, const std::string& what) { fail(at.source().begin, what); }
    const std::optional<Error>& error() const { return m_error; }

    /// Errors on every key of the table that is not listed.
    void onlyKeys(const toml::table& table, std::initializer_list<std::string_view> known, std::string_view where);

    std::string text(const toml::table& table, std::string_view key, bool required = false);
    /// One string, or a list of strings.
    std::vector<std::string> texts(const toml::table& table, std::string_view key);
    std::optional<double> number(const toml::table& table, std::string_view key);
    std::optional<int> integer(const toml::table& table, std::string_view key);
    bool flag(const toml::table& table, std::string_view key);
    std::optional<Date> date(const toml::table& table, std::string_view key);
    const toml::table* table(const toml::table& table, std::string_view key);
    /// The tables of `[[key]]`.
    std::vector<const toml::table*> rows(const toml::table& table, std::string_view key);

private:
    std::filesystem::path m_file;
    std::optional<Error> m_error;
};

/// A TOML scalar as a check sees it: dates ISO 8601, booleans "true" and "false". Nothing for lists and tables.
std::optional<std::string> scalarText(const toml::node& node);

} // namespace vidimus::profiles
