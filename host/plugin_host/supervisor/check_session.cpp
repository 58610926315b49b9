#include "plugin_host/supervisor/check_session.hpp"

#include "plugin_host/supervisor/session_services.hpp"
#include "plugin_host/supervisor/state.hpp"
#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::supervisor {

using Json = nlohmann::json;
using wire::memberOf;

namespace {

template <class Item> Json listOf(const std::vector<Item>& items)
{
    Json list = Json::array();
    for (const Item& item : items)
        list.push_back(wire::toWire(item));
    return list;
}

} // namespace

struct CheckSession::State {
    std::shared_ptr<Supervisor::State> supervisor;
    Date asOf;
    std::unique_ptr<ChildProcess> child{};
    bool hasEvidence = false; ///< the running child knows the evidence
    Dependencies used{};

    const wire::Limits& limits() const { return supervisor->options.limits; }

    Result<Json> put(Json request, const Watch& watch)
    {
        // Names are compared at once: no more time for that than for the check itself.
        return child->call({std::move(request), {}, limits().check, limits().check}, watch,
            [this](const std::string& service, const Json& question, const Watch&) -> Result<Served> {
                if (auto names = serveNames(supervisor->options, service, question, used))
                    return std::move(*names);
                return Error{ErrorKind::NotFound, "checks see no pictures", "supervisor"};
            });
    }

    /// A living child.
    Result<void> ready()
    {
        if (child && !child->dead())
            return {};
        hasEvidence = false;
        auto started = supervisor->startChild();
        if (!started)
            return started.error();
        child = std::move(*started);
        const auto begun = put({{"type", "begin-checks"}, {"asOf", asOf.dayNumber()}}, {});
        return begun ? Result<void>() : Result<void>(begun.error());
    }

    Result<Json> call(Json request, const Watch& watch)
    {
        used = {};
        const auto there = ready();
        return there ? put(std::move(request), watch) : Result<Json>(there.error());
    }

    Result<void> tell(const Json& evidence)
    {
        const auto there = ready();
        if (!there || hasEvidence)
            return there;
        const auto told = put(evidence, {});
        hasEvidence = told.ok();
        return told ? Result<void>() : Result<void>(told.error());
    }

    CheckAnswer ask(const CheckRequest& request, const Watch& watch)
    {
        CheckAnswer answer{request, {}, std::nullopt, {}};
        const auto said = call({{"type", "check"}, {"pack", request.pack}, {"check", request.check},
                                   {"document", request.document ? Json(request.document->value) : Json(nullptr)}},
            watch);
        if (!said) {
            answer.failure = said.error();
            return answer;
        }
        const auto read = wire::decode([&] {
            answer.request.pack = wire::textOf(memberOf(*said, "pack"), 256);
            for (const Json& result : wire::arrayOf(memberOf(*said, "results"), limits().items))
                answer.results.push_back(wire::checkResultFromWire(result, limits()));
            answer.dependencies = supervisor->named(wire::valuesFromWire(memberOf(*said, "used"), limits()));
            answer.dependencies.add(used);
            return true;
        });
        if (!read) {
            answer.results.clear();
            answer.failure = read.error();
        }
        return answer;
    }
};

CheckSession::CheckSession(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

CheckSession::~CheckSession() = default;

Result<wire::ValidatorAnswer> CheckSession::validate(const std::string& validator, const std::string& value)
{
    const auto answer = m_state->call({{"type", "validate"}, {"validator", validator}, {"value", value}}, {});
    if (!answer)
        return answer.error();
    return wire::decode([&] { return wire::validatorAnswerFromWire(memberOf(*answer, "verdict"), m_state->limits()); });
}

Result<std::vector<wire::FoundField>> CheckSession::readFields(const std::string& fieldReader,
    const std::vector<Line>& lines, const std::vector<Code>& codes, const std::vector<Mrz>& zones)
{
    const auto answer = m_state->call({{"type", "read-fields"}, {"reader", fieldReader}, {"lines", listOf(lines)},
                                          {"codes", listOf(codes)}, {"zones", listOf(zones)}},
        {});
    if (!answer)
        return answer.error();
    return wire::decode([&] {
        std::vector<wire::FoundField> fields;
        for (const Json& field : wire::arrayOf(memberOf(*answer, "fields"), m_state->limits().items)) {
            fields.push_back(wire::foundFieldFromWire(field, m_state->limits()));
            if (fields.back().line >= lines.size())
                throw wire::DecodeError("a field stands on a line that is not there");
        }
        return fields;
    });
}

Result<std::vector<CheckAnswer>> CheckSession::run(
    const Evidence& evidence, const wire::Rules& rules, const std::vector<CheckRequest>& requests, const Watch& watch)
{
    State& state = *m_state;
    const Json told{{"type", "evidence"}, {"evidence", wire::toWire(evidence)}, {"rules", wire::toWire(rules)}};
    state.hasEvidence = false;
    std::vector<CheckAnswer> answers;
    for (const CheckRequest& request : requests) {
        const auto ready = state.tell(told);
        if (!ready)
            return ready.error();
        answers.push_back(state.ask(request, watch));
        const auto& failure = answers.back().failure;
        if (failure && failure->kind == ErrorKind::Cancelled)
            return *failure;
        if (watch.progress)
            watch.progress(static_cast<double>(answers.size()) / static_cast<double>(requests.size()));
    }
    return answers;
}

Result<std::unique_ptr<CheckSession>> Supervisor::beginChecks(Date asOf)
{
    auto state = std::unique_ptr<CheckSession::State>(new CheckSession::State{m_state, asOf});
    const auto ready = state->ready();
    if (!ready)
        return ready.error();
    return std::make_unique<CheckSession>(std::move(state));
}

} // namespace vidimus::supervisor
