#include "signatures.hpp"
#include "lexer.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostSignatures = 64;
constexpr std::size_t largestContents = 8 << 20;

/// ByteRange as two pieces with the gap between them.
struct Ranges {
    std::size_t start = 0, gap = 0, resume = 0, end = 0;
};

/// Nothing where the numbers do not describe two pieces of the file, in order, without overlap.
std::optional<Ranges> rangesOf(const std::vector<std::int64_t>& r, std::size_t size)
{
    if (r.size() != 4
        || std::any_of(r.begin(), r.end(), [&](auto n) { return n < 0 || static_cast<std::uint64_t>(n) > size; }))
        return std::nullopt;
    const Ranges ranges{static_cast<std::size_t>(r[0]), static_cast<std::size_t>(r[0] + r[1]),
        static_cast<std::size_t>(r[2]), static_cast<std::size_t>(r[2] + r[3])};
    const bool inOrder = ranges.gap <= size && ranges.gap < ranges.resume && ranges.end <= size && r[1] > 0 && r[3] > 0;
    return inOrder ? std::optional(ranges) : std::nullopt;
}

/// The bytes of the one hexadecimal string that fills the gap; nothing where something else stands there.
std::optional<std::string> contentsIn(std::string_view gap)
{
    if (gap.size() < 2 || gap.front() != '<' || gap.back() != '>' || gap.size() > 2 * largestContents)
        return std::nullopt;
    gap = gap.substr(1, gap.size() - 2);
    const bool clean = std::all_of(gap.begin(), gap.end(), [](char c) { return hexDigit(c) >= 0 || isSpace(c); });
    if (!clean)
        return std::nullopt;
    const std::string text = "<" + std::string(gap) + ">";
    std::string bytes;
    int high = -1;
    for (const char c : text)
        if (const int digit = hexDigit(c); digit >= 0) {
            if (high >= 0)
                bytes += static_cast<char>(high * 16 + digit);
            high = high >= 0 ? -1 : digit;
        }
    return bytes;
}

/// "/Contents" stands right before the gap.
bool followsContentsKey(std::string_view before)
{
    while (!before.empty() && isSpace(before.back()))
        before.remove_suffix(1);
    return before.ends_with("/Contents");
}

std::string digestOfRanges(std::string_view file, const Ranges& ranges, const std::string& algorithm)
{
    const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md(
        EVP_MD_fetch(nullptr, algorithm.c_str(), nullptr), &EVP_MD_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    unsigned char buffer[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (!md || EVP_DigestInit_ex2(context.get(), md.get(), nullptr) != 1
        || EVP_DigestUpdate(context.get(), file.data() + ranges.start, ranges.gap - ranges.start) != 1
        || EVP_DigestUpdate(context.get(), file.data() + ranges.resume, ranges.end - ranges.resume) != 1
        || EVP_DigestFinal_ex(context.get(), buffer, &size) != 1)
        return {};
    return {reinterpret_cast<char*>(buffer), size};
}

Coverage coverageOf(const Ranges& ranges, std::string_view file, const RevisionScan& scan)
{
    const bool gapIsContents = contentsIn(file.substr(ranges.gap, ranges.resume - ranges.gap)).has_value()
        && followsContentsKey(file.substr(0, ranges.gap));
    if (ranges.start != 0 || !gapIsContents)
        return Coverage::Partial;
    if (ranges.end == file.size())
        return Coverage::EntireFile;
    const bool atEnd = std::any_of(scan.revisions.begin(), scan.revisions.end(),
        [&](const Revision& revision) { return ranges.end >= revision.end && ranges.end <= revision.endWithEol; });
    return atEnd ? Coverage::EntireRevision : Coverage::Partial;
}

std::optional<int> docMdpOf(Objects& objects, const Value& signature)
{
    for (const Value& raw : objects.get(signature, "Reference").items) {
        const Value& reference = objects.resolve(raw);
        if (!objects.get(reference, "TransformMethod").isName("DocMDP"))
            continue;
        const Value& permission = objects.get(objects.get(reference, "TransformParams"), "P");
        return permission.isNumber() ? static_cast<int>(std::clamp<std::int64_t>(permission.integer(), 1, 3)) : 2;
    }
    return std::nullopt;
}

CmsResult broken(const char* reason)
{
    CmsResult result;
    result.integrity = Integrity::Broken;
    result.reason = reason;
    return result;
}

CmsResult verify(Objects& objects, const Value& dictionary, std::string_view file, const Ranges& ranges, bool decrypted)
{
    const auto contents = contentsIn(file.substr(ranges.gap, ranges.resume - ranges.gap));
    const Value& stated = objects.get(dictionary, "Contents");
    // The signature that counts is the field's own: another one standing in the gap proves nothing.
    const std::string signature = contents ? *contents : stated.text;
    if (contents && !decrypted && stated.text != *contents)
        return broken("FORMAT_FAILURE");
    const DigestOf digest = [&](const std::string& name) { return digestOfRanges(file, ranges, name); };
    const std::string& format = objects.get(dictionary, "SubFilter").text;
    if (format == "ETSI.RFC3161")
        return verifyTimestamp(signature, digest);
    if (format == "adbe.pkcs7.sha1")
        return verifySha1Content(signature, digest);
    if (format == "adbe.pkcs7.detached" || format == "ETSI.CAdES.detached")
        return verifyDetached(signature, digest);
    CmsResult unknown; // adbe.x509.rsa_sha1, and national formats
    unknown.reason = "unsupported-format";
    return unknown;
}

Signature signatureOf(
    Objects& objects, const FormField& field, std::string_view file, const RevisionScan& scan, bool decrypted)
{
    const Value& dictionary = *field.value;
    Signature signature;
    signature.field = field.name;
    signature.timestamp = objects.get(dictionary, "Type").isName("DocTimeStamp")
        || objects.get(dictionary, "SubFilter").isName("ETSI.RFC3161");
    signature.docMdp = docMdpOf(objects, dictionary);
    signature.purpose = textOf(objects.get(dictionary, "Reason"));
    signature.location = textOf(objects.get(dictionary, "Location"));
    const Value& range = objects.get(dictionary, "ByteRange");
    for (std::size_t i = 0; i < range.items.size() && i < 16; ++i)
        signature.byteRange.push_back(objects.get(range, i).isNumber() ? objects.get(range, i).integer() : -1);
    const auto ranges = rangesOf(signature.byteRange, file.size());
    if (!ranges) {
        signature.cms = broken("FORMAT_FAILURE");
    } else {
        signature.cms = verify(objects, dictionary, file, *ranges, decrypted);
        signature.coverage = coverageOf(*ranges, file, scan);
        signature.coveredEnd = ranges->end;
    }
    if (signature.cms.signedAt.empty())
        signature.cms.signedAt = isoDate(objects.get(dictionary, "M").text);
    return signature;
}

} // namespace

std::vector<Signature> signaturesOf(
    Objects& objects, const Value& catalog, std::string_view original, const RevisionScan& revisions, bool decrypted)
{
    std::vector<Signature> signatures;
    for (const FormField& field : formFields(objects, catalog))
        if (field.type == "Sig" && field.value->isDictionary() && signatures.size() < mostSignatures)
            signatures.push_back(signatureOf(objects, field, original, revisions, decrypted));
    std::stable_sort(signatures.begin(), signatures.end(),
        [](const Signature& a, const Signature& b) { return a.coveredEnd < b.coveredEnd; });
    return signatures;
}

} // namespace vidimus::pdf
