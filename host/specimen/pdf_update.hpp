#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vidimus::specimen {

/// One incremental update of a PDF file that we wrote ourselves (by Cairo: one cross-reference table, one trailer a
/// revision). Not a reader of foreign files.
class PdfUpdate {
public:
    explicit PdfUpdate(std::string file);

    /// The number of the catalogue, and of the first page.
    int catalogue() const { return m_root; }
    int page() const { return m_page; }
    /// An object's dictionary as it stands, with its brackets; the update's own version where there is one.
    std::string dictionary(int number) const;
    /// Puts a key into an object's dictionary (replacing the whole object); keys that it has are not looked for.
    void addKey(int number, std::string_view key, std::string_view value);
    /// Adds an object. \return its number.
    int add(std::string body);
    void replace(int number, std::string body) { m_changed[number] = std::move(body); }

    /// The file with the update appended.
    std::string finish() const;
    /// Where an object's body begins in what finish() returns.
    static std::size_t find(std::string_view file, int number);

private:
    std::string m_file;
    std::map<int, std::string> m_changed;
    int m_root = 0, m_info = 0, m_page = 0, m_next = 0;
    std::size_t m_previousTable = 0;
};

} // namespace vidimus::specimen
