#include "judgement.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace vidimus::pdf_signature {

namespace {

int numberAt(std::string_view text, std::size_t at, std::size_t length)
{
    int number = -1;
    if (at + length <= text.size())
        std::from_chars(text.data() + at, text.data() + at + length, number);
    return number;
}

bool isWeak(std::string_view digest)
{
    // ETSI TS 119 312: neither resists collisions.
    return digest == "md5" || digest == "sha1" || digest == "md4" || digest == "md2";
}

/// When the signature was made, and whether that is proven or only claimed.
struct SigningTime {
    std::int64_t seconds = -1;
    bool proven = false;
    bool known = true; ///< proven or claimed; else the deciding date stands in for it
};

SigningTime signingTime(const sdk::Fact& signature, const Policy& policy)
{
    std::vector<std::int64_t> proven = policy.provenTimes;
    const std::int64_t stamped = secondsOf(signature["timestampedAt"]);
    if (stamped >= 0 && policy.roots.pathAt(signature["timestampCertificates"], stamped) == TrustRoots::Path::Trusted)
        proven.push_back(stamped);
    const std::int64_t claimed = secondsOf(signature["signedAt"]);
    if (signature["kind"] == "document-timestamp")
        return {claimed, true}; // its own statement is what the time stamper signed
    if (!proven.empty())
        return {*std::min_element(proven.begin(), proven.end()), true};
    return {claimed >= 0 ? claimed : policy.now, false, claimed >= 0};
}

Judgement indeterminate(const char* reason, const char* sub)
{
    return {VIDIMUS_INDETERMINATE, reason, {"INDETERMINATE", sub}};
}

Judgement failed(const char* reason, const char* sub)
{
    return {VIDIMUS_FAILED, reason, {"INDETERMINATE", sub}};
}

Judgement judgeTrust(const sdk::Fact& signature, const Policy& policy)
{
    if (policy.roots.empty())
        return indeterminate("no-trust-roots", "NO_CERTIFICATE_CHAIN_FOUND");
    const SigningTime time = signingTime(signature, policy);
    const std::int64_t notBefore = secondsOf(signature["notBefore"]), notAfter = secondsOf(signature["notAfter"]);
    // The path is judged at a time at which the signer's own certificate is valid; whether it was valid when it
    // mattered is the next question.
    const std::int64_t within = std::clamp(time.seconds, notBefore, std::max(notBefore, notAfter - 1));
    switch (policy.roots.pathAt(signature["certificates"], within)) {
    case TrustRoots::Path::NotFound:
        return indeterminate("signer-untrusted", "NO_CERTIFICATE_CHAIN_FOUND");
    case TrustRoots::Path::OutOfDate:
        return indeterminate("signer-untrusted", "OUT_OF_BOUNDS_NO_POE");
    case TrustRoots::Path::Wrong:
        return indeterminate("signer-untrusted", "CERTIFICATE_CHAIN_GENERAL_FAILURE");
    case TrustRoots::Path::Trusted:
        break;
    }
    const bool outside = time.seconds < notBefore || time.seconds > notAfter;
    if (outside && time.known)
        return failed("signer-expired", "OUT_OF_BOUNDS_NO_POE");
    // The certificate has run out since, and nobody but the signer says that it had not when it was used; or nobody
    // says when it was used at all.
    if (outside || (!time.proven && policy.now > notAfter))
        return indeterminate("signer-expired", "OUT_OF_BOUNDS_NO_POE");
    return {VIDIMUS_PASSED, "", {"TOTAL-PASSED", ""}};
}

} // namespace

std::int64_t secondsOf(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() < 19)
        return -1;
    const year_month_day date(year(numberAt(text, 0, 4)) / numberAt(text, 5, 2) / numberAt(text, 8, 2));
    const int h = numberAt(text, 11, 2), m = numberAt(text, 14, 2), s = numberAt(text, 17, 2);
    if (!date.ok() || h < 0 || m < 0 || s < 0)
        return -1;
    return sys_seconds(sys_days(date) + hours(h) + minutes(m) + seconds(s)).time_since_epoch().count();
}

Judgement judge(const sdk::Fact& signature, const Policy& policy)
{
    const std::string_view integrity = signature["integrity"];
    const std::string reason(signature["reason"]);
    if (integrity == "false")
        return {VIDIMUS_FAILED, "signature-broken", {"TOTAL-FAILED", reason.empty() ? "SIG_CRYPTO_FAILURE" : reason}};
    if (integrity != "true")
        return indeterminate(
            "signature-unverifiable", reason == "no-signer-certificate" ? "NO_SIGNING_CERTIFICATE_FOUND" : "GENERIC");
    if (isWeak(signature["digest"]))
        return failed("digest-weak", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    return judgeTrust(signature, policy);
}

} // namespace vidimus::pdf_signature
