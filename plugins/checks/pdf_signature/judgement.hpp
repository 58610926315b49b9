#pragma once
#include <vidimus/plugin.hpp>

#include <memory>
#include <string>
#include <vector>

/// What to make of signature facts under a policy: trusted roots and a deciding date. Facts come from the reader
/// (pdf.signature, see plugins/README.md); nothing here looks at a file.
namespace vidimus::pdf_signature {

/// ETSI EN 319 102-1, 5.1.3 and 5.1.4.
struct Indication {
    std::string main; ///< TOTAL-PASSED, INDETERMINATE, TOTAL-FAILED
    std::string sub; ///< HASH_FAILURE, NO_CERTIFICATE_CHAIN_FOUND, …; empty when passed
};

struct Judgement {
    vidimus_outcome_t outcome = VIDIMUS_INDETERMINATE;
    std::string reason; ///< kebab-case id of the contract; empty when passed
    Indication indication;
};

/// Seconds since 1970 of "2026-03-01T08:00:00Z"; -1 where it is no such time.
std::int64_t secondsOf(std::string_view isoTime);

/// Certificates one relies on.
class TrustRoots {
public:
    /// Each text may hold several PEM certificates; what is none is left out.
    explicit TrustRoots(const std::vector<std::string>& pems);
    ~TrustRoots();
    bool empty() const { return m_count == 0; }

    enum class Path { Trusted, NotFound, OutOfDate, Wrong };
    /// Whether a path leads from the first of these certificates (PEM, the signer's first) to a root, each certificate
    /// being valid at that time.
    Path pathAt(std::string_view certificates, std::int64_t seconds) const;

private:
    struct Store;
    std::unique_ptr<Store> m_store;
    std::size_t m_count = 0;
};

/// Time stamps that prove that a signature existed at a time: those of later document time stamps of the same file.
struct Policy {
    const TrustRoots& roots;
    std::int64_t now = 0; ///< seconds; the end of the deciding day
    std::vector<std::int64_t> provenTimes; ///< by document time stamps that hold, are trusted, and cover the signature
};

Judgement judge(const sdk::Fact& signature, const Policy& policy);

} // namespace vidimus::pdf_signature
