#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soci {
class session;
}

/// Bytes of a case, named by keyed digests.
namespace vidimus::store::detail {

class Blobs {
public:
    explicit Blobs(soci::session& sql);

    /// The name that these bytes have in this case.
    std::string nameOf(const std::string& caseId, std::span<const std::uint8_t> bytes) const;
    /// The same from the bytes' SHA-256.
    std::string nameOf(const std::string& caseId, const std::string& sha256) const;

    /// Keeps the bytes, once a case. \return their name
    std::string put(const std::string& caseId, std::span<const std::uint8_t> bytes);
    bool has(const std::string& caseId, const std::string& name);
    std::optional<std::vector<std::uint8_t>> get(const std::string& caseId, const std::string& name);
    void erase(const std::string& caseId);

private:
    soci::session& m_sql;
    std::string m_key;
};

} // namespace vidimus::store::detail
