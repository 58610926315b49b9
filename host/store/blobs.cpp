#include "detail/blobs.hpp"

#include "digest/digest.hpp"

#include <soci/soci.h>

namespace vidimus::store::detail {

using soci::into;
using soci::use;

Blobs::Blobs(soci::session& sql)
    : m_sql(sql)
{
    sql << "SELECT value FROM store_info WHERE name = 'blob-key'", into(m_key);
}

std::string Blobs::nameOf(const std::string& caseId, std::span<const std::uint8_t> bytes) const
{
    return nameOf(caseId, digest::sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

std::string Blobs::nameOf(const std::string& caseId, const std::string& sha256) const
{
    return digest::keyedDigest(m_key, caseId + "\n" + sha256);
}

std::string Blobs::put(const std::string& caseId, std::span<const std::uint8_t> bytes)
{
    const std::string name = nameOf(caseId, bytes);
    if (has(caseId, name))
        return name;
    soci::blob blob(m_sql); // SOCI 4.0 has read_from_start and write_from_start for PostgreSQL alone
    blob.write(0, reinterpret_cast<const char*>(bytes.data()), bytes.size());
    m_sql << "INSERT INTO case_blob (case_id, keyed_digest, bytes) VALUES (:case_id, :name, :bytes)", use(caseId),
        use(name), use(blob);
    return name;
}

bool Blobs::has(const std::string& caseId, const std::string& name)
{
    long long count = 0;
    m_sql << "SELECT count(*) FROM case_blob WHERE case_id = :case_id AND keyed_digest = :name", use(caseId), use(name),
        into(count);
    return count != 0;
}

std::optional<std::vector<std::uint8_t>> Blobs::get(const std::string& caseId, const std::string& name)
{
    soci::blob blob(m_sql);
    m_sql << "SELECT bytes FROM case_blob WHERE case_id = :case_id AND keyed_digest = :name", use(caseId), use(name),
        into(blob);
    if (!m_sql.got_data())
        return std::nullopt;
    std::vector<std::uint8_t> bytes(blob.get_len());
    if (!bytes.empty())
        blob.read(0, reinterpret_cast<char*>(bytes.data()), bytes.size());
    return bytes;
}

void Blobs::erase(const std::string& caseId)
{
    m_sql << "DELETE FROM case_blob WHERE case_id = :case_id", use(caseId);
}

} // namespace vidimus::store::detail
