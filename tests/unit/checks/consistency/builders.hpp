#pragma once
#include "support/fake_evidence.hpp"

namespace vidimus::consistency {

using support::FakeCase;
using support::FakeDocument;
using support::FakeField;
using support::told;

/// A field read with certainty.
inline FakeField field(std::string id, std::string value, std::string lang = {})
{
    return {std::move(id), value, value, std::move(lang), VIDIMUS_ACCEPTED, {}, VIDIMUS_ORIGIN_OCR};
}
inline FakeField uncertain(std::string id, std::string value)
{
    FakeField result = field(std::move(id), std::move(value));
    result.certainty = VIDIMUS_UNCERTAIN;
    return result;
}
inline FakeField unreadable(std::string id)
{
    FakeField result = field(std::move(id), "");
    result.certainty = VIDIMUS_UNREADABLE;
    return result;
}
inline FakeField judged(FakeField of, std::string validator, vidimus_verdict_t verdict, std::string expected = {})
{
    of.validations.push_back({std::move(validator), verdict, std::move(expected)});
    return of;
}

/// One document with these fields and rules, decided on 22 November 2026.
inline FakeCase caseOf(std::vector<FakeField> fields, std::map<std::string, std::string> rules = {})
{
    FakeCase made;
    FakeDocument document;
    document.fields = std::move(fields);
    document.rules = std::move(rules);
    made.documents.push_back(std::move(document));
    made.rules["as-of"] = "2026-11-22";
    return made;
}

/// Several documents, a list of fields each.
inline FakeCase caseOfMany(std::vector<std::vector<FakeField>> documents)
{
    FakeCase made;
    made.rules["as-of"] = "2026-11-22";
    for (auto& fields : documents) {
        FakeDocument document;
        document.fields = std::move(fields);
        made.documents.push_back(std::move(document));
    }
    return made;
}

using Answers = std::vector<std::string>;

} // namespace vidimus::consistency
