#include "core/finding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <tuple>

namespace vidimus {
namespace {

// FNV-1a, 64 bit: an identifier, not a protection.
struct Fnv {
    std::uint64_t state = 14695981039346656037ull;
    void add(std::string_view bytes)
    {
        for (const char byte : bytes) {
            state ^= static_cast<unsigned char>(byte);
            state *= 1099511628211ull;
        }
        state ^= 0xff; // a separator that no UTF-8 text contains
        state *= 1099511628211ull;
    }
    void add(std::int64_t number) { add(std::to_string(number)); }
    void add(Millimetres length) { add(std::llround(length.value * 10)); }
};

} // namespace

Severity severityOf(Outcome outcome, Level level)
{
    if (outcome == Outcome::Failed) {
        switch (level) {
        case Level::Fail:
            return Severity::Adverse;
        case Level::Warn:
            return Severity::Caution;
        case Level::Inform:
            return Severity::Note;
        case Level::Ignore:
            return Severity::None;
        }
    }
    if (outcome == Outcome::Indeterminate && (level == Level::Fail || level == Level::Warn))
        return Severity::Caution;
    return Severity::None;
}

std::string findingId(const Finding& finding)
{
    Fnv hash;
    hash.add(finding.check);
    hash.add(finding.reason);
    hash.add(static_cast<std::int64_t>(finding.outcome));
    for (const Citation& citation : finding.citations) {
        hash.add(citation.document ? static_cast<std::int64_t>(citation.document->value) : -1);
        hash.add(static_cast<std::int64_t>(citation.file.value));
        hash.add(static_cast<std::int64_t>(citation.page.value));
        for (const Millimetres length :
            {citation.region.x, citation.region.y, citation.region.width, citation.region.height})
            hash.add(length);
        hash.add(citation.field);
        hash.add(citation.text);
    }
    for (const auto& [name, value] : finding.values) {
        hash.add(name);
        hash.add(value);
    }
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "f-%016llx", static_cast<unsigned long long>(hash.state));
    return text.data();
}

void sortFindings(std::vector<Finding>& findings)
{
    const auto rank = [](const Finding& finding) {
        const auto document = finding.citations.empty() || !finding.citations[0].document
            ? -1
            : static_cast<std::int64_t>(finding.citations[0].document->value);
        return std::tuple(finding.severity, finding.outcome == Outcome::Passed,
            finding.outcome == Outcome::NotApplicable, document, std::string_view(finding.check),
            std::string_view(finding.id));
    };
    std::stable_sort(
        findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
}

Proposal proposalOf(const std::vector<Finding>& findings)
{
    const auto any = [&](Severity severity) {
        return std::any_of(
            findings.begin(), findings.end(), [&](const Finding& finding) { return finding.severity == severity; });
    };
    if (any(Severity::Adverse))
        return Proposal::AdverseFindings;
    return any(Severity::Caution) ? Proposal::Inconclusive : Proposal::NoAdverseFinding;
}

} // namespace vidimus
