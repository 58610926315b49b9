#pragma once
#include "support/fake_evidence.hpp"
#include "support/pdf/reader_host.hpp"

#include "session.hpp"

/// The facts that the PDF reader states of a file, as evidence of a case.
namespace vidimus::test {

inline std::vector<support::FakeFact> caseFactsOf(const std::string& pdf)
{
    const ReaderHost host;
    pdf::PdfSession session(bytesOf(pdf), {});
    CollectingSink collected;
    const auto raw = collected.raw();
    sdk::PassSink sink(&raw);
    sdk::PassRequest request;
    request.what = "facts";
    session.run(request, sink);
    std::vector<support::FakeFact> facts;
    for (const StatedFact& fact : collected.facts)
        facts.push_back({fact.kind, fact.values, fact.page});
    return facts;
}

} // namespace vidimus::test
