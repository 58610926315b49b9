#include "detail/summaries.hpp"

#include "core/spelling.hpp"

#include <soci/soci.h>

namespace vidimus::store::detail {

using soci::use;

void putSummary(soci::session& sql, const Replayed& state)
{
    const CaseSummary summary = summaryOf(state.whole);
    eraseSummary(sql, summary.id);
    const long long last = static_cast<long long>(state.lastEvent), created = summary.createdAt.seconds,
                    changed = summary.changedAt.seconds, files = static_cast<long long>(summary.files),
                    documents = static_cast<long long>(summary.documents),
                    adverse = static_cast<long long>(summary.adverse),
                    cautions = static_cast<long long>(summary.cautions);
    const std::string stateName(nameOf(summary.state)),
        asOf = summary.asOf.iso(), conclusion(summary.conclusion ? nameOf(*summary.conclusion) : "");
    sql << "INSERT INTO case_summary (case_id, last_event, subject, state, officer, created_at, changed_at, as_of, "
           "files,"
           " documents, adverse, cautions, conclusion) VALUES (:case_id, :last, :subject, :state, :officer, :created,"
           " :changed, :as_of, :files, :documents, :adverse, :cautions, :conclusion)",
        use(summary.id), use(last), use(summary.subject), use(stateName), use(summary.officer), use(created),
        use(changed), use(asOf), use(files), use(documents), use(adverse), use(cautions), use(conclusion);
}

void eraseSummary(soci::session& sql, const std::string& caseId)
{
    sql << "DELETE FROM case_summary WHERE case_id = :case_id", use(caseId);
}

std::vector<CaseSummary> allSummaries(soci::session& sql)
{
    soci::rowset<soci::row> rows
        = (sql.prepare << "SELECT * FROM case_summary ORDER BY changed_at DESC, last_event DESC");
    std::vector<CaseSummary> all;
    for (const soci::row& row : rows) {
        const auto number = [&](const char* name) { return row.get<long long>(name); };
        const auto count = [&](const char* name) { return static_cast<std::size_t>(row.get<long long>(name)); };
        CaseSummary summary;
        summary.id = row.get<std::string>("case_id");
        summary.subject = row.get<std::string>("subject");
        summary.state = named<CaseState>(row.get<std::string>("state")).value_or(CaseState::Open);
        summary.officer = row.get<std::string>("officer");
        summary.createdAt = {number("created_at")};
        summary.changedAt = {number("changed_at")};
        summary.asOf = Date::parse(row.get<std::string>("as_of")).value_or(Date::today());
        summary.files = count("files");
        summary.documents = count("documents");
        summary.adverse = count("adverse");
        summary.cautions = count("cautions");
        summary.conclusion = named<ConclusionKind>(row.get<std::string>("conclusion"));
        all.push_back(std::move(summary));
    }
    return all;
}

} // namespace vidimus::store::detail
