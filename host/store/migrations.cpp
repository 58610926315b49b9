#include "detail/migrations.hpp"

#include "detail/random.hpp"

#include <soci/soci.h>

#include <array>
#include <string>
#include <vector>

namespace vidimus::store {

namespace embedded {
extern const std::string_view _0001_first_sql;
}

namespace detail {
namespace {

/// In order; a migration once released never changes.
const std::vector<std::string_view>& migrations()
{
    static const std::vector<std::string_view> all{embedded::_0001_first_sql};
    return all;
}

void runScript(Backend& backend, std::string_view script)
{
    std::string statement;
    while (!script.empty()) {
        const auto end = std::min(script.find('\n'), script.size() - 1);
        std::string line(script.substr(0, end + 1));
        script.remove_prefix(end + 1);
        if (line.starts_with("--"))
            continue;
        if (const auto at = line.find("{BLOB}"); at != std::string::npos)
            line.replace(at, 6, backend.blobType());
        statement += line;
        if (line.ends_with(";\n")) {
            backend.sql() << statement.substr(0, statement.size() - 2);
            statement.clear();
        }
    }
}

} // namespace

Result<void> migrate(Backend& backend)
{
    Transaction writing(backend, Transaction::For::Writing);
    soci::session& sql = backend.sql();
    const bool fresh = backend.empty();
    int schema = 0;
    if (!fresh) {
        try {
            std::string value;
            sql << "SELECT value FROM store_info WHERE name = 'schema'", soci::into(value);
            schema = std::stoi(value);
        } catch (const std::exception&) {
            return Error{
                ErrorKind::Malformed, "This database belongs to another program; it is not a case store.", "store"};
        }
    }
    const int newest = static_cast<int>(migrations().size());
    if (schema > newest)
        return Error{ErrorKind::Malformed,
            "This case store was made by a newer version of the program (schema " + std::to_string(schema)
                + "; this one knows " + std::to_string(newest) + "). Open it with that version.",
            "store"};
    for (int i = schema; i < newest; ++i)
        runScript(backend, migrations()[static_cast<std::size_t>(i)]);
    const std::string value = std::to_string(newest);
    if (fresh) {
        const std::string key = randomHex(32);
        sql << "INSERT INTO store_info (name, value) VALUES ('schema', :value)", soci::use(value);
        sql << "INSERT INTO store_info (name, value) VALUES ('blob-key', :key)", soci::use(key);
    } else if (schema != newest) {
        sql << "UPDATE store_info SET value = :value WHERE name = 'schema'", soci::use(value);
    }
    writing.commit();
    return {};
}

} // namespace detail
} // namespace vidimus::store
