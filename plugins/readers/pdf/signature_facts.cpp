#include "facts.hpp"
#include "modification.hpp"
#include "signatures.hpp"

#include <algorithm>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostRevisionsTold = 200;
constexpr std::size_t mostStatesCompared = 16; // each is parsed anew

void put(FactValues& values, const char* name, const std::string& value)
{
    if (!value.empty())
        values[name] = value;
}

void stateRevisions(const RevisionScan& scan, sdk::PassSink& sink)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < scan.revisions.size() && i < mostRevisionsTold; ++i) {
        const Revision& revision = scan.revisions[i];
        sink.fact("pdf.revision",
            {{"index", std::to_string(i)}, {"end", std::to_string(revision.end)},
                {"length", std::to_string(revision.end - std::min(begin, revision.end))},
                {"objects", std::to_string(revision.objects)}, {"of", std::to_string(scan.revisions.size())}});
        begin = revision.end;
    }
}

const char* nameOf(Integrity integrity)
{
    return integrity == Integrity::Holds ? "true" : integrity == Integrity::Broken ? "false" : "unknown";
}

const char* nameOf(Coverage coverage)
{
    static constexpr const char* names[] = {"entire-file", "entire-revision", "partial", "none"};
    return names[static_cast<int>(coverage)];
}

/// Bytes after the last revision that are more than line ends: no viewer shows them, but nobody signed them.
bool looseBytesAfter(const FactSource& source, const RevisionScan& scan)
{
    if (scan.revisions.empty())
        return true;
    const auto rest = source.bytes.subspan(std::min(scan.revisions.back().end, source.bytes.size()));
    return std::any_of(
        rest.begin(), rest.end(), [](std::uint8_t c) { return c != '\n' && c != '\r' && c != ' ' && c != 0; });
}

/// What became of the file after that signature; nothing where its signed state cannot be opened.
std::optional<ModificationResult> modificationAfter(
    const FactSource& source, const RevisionScan& scan, const Signature& signature)
{
    if (signature.coverage == Coverage::EntireFile)
        return ModificationResult{};
    if (signature.coverage != Coverage::EntireRevision)
        return std::nullopt;
    ModificationResult result;
    if (signature.coveredEnd < scan.revisions.back().end) {
        OpenProblem problem = OpenProblem::None;
        const auto before = Document::open(source.bytes.first(signature.coveredEnd), source.passwords, problem);
        if (!before)
            return std::nullopt;
        result = compareStates(*before, source.document);
    }
    if (looseBytesAfter(source, scan))
        result = {Modification::Other, result.signaturesAdded, result.valuesFilled, "after the last revision"};
    return result;
}

FactValues valuesOf(const Signature& signature)
{
    const CmsResult& cms = signature.cms;
    FactValues values{{"field", signature.field}, {"kind", signature.timestamp ? "document-timestamp" : "signature"},
        {"integrity", nameOf(cms.integrity)}, {"coverage", nameOf(signature.coverage)}};
    std::string range;
    for (const std::int64_t number : signature.byteRange)
        range += (range.empty() ? "" : " ") + std::to_string(number);
    put(values, "byteRange", range);
    put(values, "reason", cms.reason);
    put(values, "digest", cms.digest);
    put(values, "signer", cms.signer);
    put(values, "issuer", cms.issuer);
    put(values, "serial", cms.serial);
    put(values, "signedAt", cms.signedAt);
    put(values, "notBefore", cms.notBefore);
    put(values, "notAfter", cms.notAfter);
    put(values, "certificates", cms.certificates);
    put(values, "timestampedAt", cms.timestampedAt);
    put(values, "timestampCertificates", cms.timestampCertificates);
    put(values, "purpose", signature.purpose);
    put(values, "location", signature.location);
    if (signature.docMdp)
        values["docMdp"] = std::to_string(*signature.docMdp);
    if (!cms.signer.empty()) {
        values["keyBits"] = std::to_string(cms.keyBits);
        values["selfSigned"] = cms.selfSigned ? "true" : "false";
    }
    return values;
}

} // namespace

void stateSignatures(const FactSource& source, sdk::PassSink& sink)
{
    const std::string_view file(reinterpret_cast<const char*>(source.bytes.data()), source.bytes.size());
    const RevisionScan scan = scanRevisions(file);
    stateRevisions(scan, sink);
    std::size_t compared = 0;
    for (const Signature& signature :
        signaturesOf(source.document, source.document.catalog(), file, scan, source.document.encrypted())) {
        FactValues values = valuesOf(signature);
        std::optional<ModificationResult> changed;
        if (compared++ < mostStatesCompared)
            changed = modificationAfter(source, scan, signature);
        // Where the signed state cannot be told from what came later, nothing vouches for the rest.
        values["modification"] = nameOf(changed ? changed->kind : Modification::Other);
        if (changed) {
            put(values, "modified", changed->where);
            values["signaturesAdded"] = changed->signaturesAdded ? "true" : "false";
            values["valuesFilled"] = changed->valuesFilled ? "true" : "false";
        }
        sink.fact("pdf.signature", values);
    }
}

} // namespace vidimus::pdf
