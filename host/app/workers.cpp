#include "app/workers.hpp"

#include "core/plain_text.hpp"
#include "names/compare.hpp"
#include "plugin_host/supervisor/supervisor.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace vidimus::app {
namespace {

using supervisor::Supervisor;

/// A supervisor's file session as the pipeline sees it.
class WorkerFile final : public pipeline::FileReader {
public:
    WorkerFile(std::unique_ptr<supervisor::FileSession> session, supervisor::Watch watch)
        : m_session(std::move(session))
        , m_watch(std::move(watch))
    {
    }
    const std::vector<Page>& pages() const override { return m_session->pages(); }
    Result<Pass> run(const PassRequest& request) override { return kept(m_session->run(request, m_watch)); }
    Result<Pass> runWith(const DesignPrint& print, const PassRequest& request) override
    {
        return kept(m_session->run(request, print, m_watch));
    }
    Result<pipeline::PagePicture> picture(PageIndex page, Dpi dpi) override
    {
        const auto image = m_session->pageImage(page, dpi, m_watch);
        if (!image)
            return image.error();
        pipeline::PagePicture picture{image->width, image->height, image->channels, image->dpi, {}};
        const std::size_t row = std::size_t{image->width} * image->channels;
        picture.pixels.resize(row * image->height);
        for (std::uint32_t y = 0; y < image->height; ++y)
            std::memcpy(picture.pixels.data() + y * row, image->pixels.data() + y * image->stride, row);
        return picture;
    }
    Dependencies dependencies() const override { return m_dependencies; }

private:
    Result<Pass> kept(Result<supervisor::ReadPass> read)
    {
        if (!read)
            return read.error();
        m_dependencies.add(read->dependencies);
        return std::move(read->pass);
    }

    std::unique_ptr<supervisor::FileSession> m_session;
    supervisor::Watch m_watch;
    Dependencies m_dependencies;
};

/// The workers on behalf of one case. Check sessions are for one thread at a time, so they are lent out and kept for
/// the next.
class CaseServices final : public pipeline::PluginServices {
public:
    CaseServices(
        Supervisor& supervisor, const packs::PackList& packs, names::NameKnowledge knowledge, CaseContext context)
        : m_supervisor(supervisor)
        , m_packs(packs)
        , m_knowledge(std::move(knowledge))
        , m_context(std::move(context))
    {
    }

    Result<std::unique_ptr<pipeline::FileReader>> open(const File& file, std::span<const std::uint8_t> bytes) override
    {
        auto sealed = wire::SealedBytes::copyOf(bytes);
        if (!sealed)
            return sealed.error();
        auto session
            = m_supervisor.open(std::move(*sealed), file.mediaType, m_context.passwords, m_context.asOf, watch());
        if (!session) {
            Error error = session.error();
            error.message = file.source + ": " + error.message;
            return error;
        }
        return std::unique_ptr<pipeline::FileReader>(std::make_unique<WorkerFile>(std::move(*session), watch()));
    }

    std::optional<std::string> nameInParts(const std::string& latin, const std::string& han) override
    {
        return m_knowledge.inParts(latin, han);
    }

    Result<Validation> validate(const std::string& validator, const std::string& value) override
    {
        auto session = borrow();
        if (!session)
            return session.error();
        auto answer = (*session)->validate(validator, value);
        giveBack(std::move(*session));
        if (!answer)
            return answer.error();
        return Validation{validator, answer->verdict, answer->expected};
    }

    Result<std::vector<pipeline::FoundField>> readFields(const std::string& reader, const std::vector<Line>& lines,
        const std::vector<Code>& codes, const std::vector<Mrz>& zones) override
    {
        auto session = borrow();
        if (!session)
            return session.error();
        auto answer = (*session)->readFields(reader, lines, codes, zones);
        giveBack(std::move(*session));
        if (!answer)
            return answer.error();
        std::vector<pipeline::FoundField> found;
        for (const wire::FoundField& raw : *answer) {
            Field field;
            field.id = raw.id;
            field.text = raw.text;
            field.value = raw.value;
            field.lang = raw.lang;
            field.confidence = raw.confidence;
            field.region = raw.region;
            found.push_back({std::move(field), raw.line});
        }
        return found;
    }

    std::vector<pipeline::CheckResult> check(const Evidence& evidence, const pipeline::CheckRules& rules,
        const std::vector<pipeline::CheckOrder>& orders) override
    {
        std::vector<supervisor::CheckRequest> requests;
        for (const auto& order : orders) {
            const auto* pack = m_packs.check(order.check).first;
            requests.push_back({pack ? pack->id : std::string(), order.check, order.document});
        }
        auto session = borrow();
        if (!session)
            return unfinished(requests, session.error());
        const auto answers = (*session)->run(evidence, {rules.ofCase, rules.documents}, requests, watch());
        giveBack(std::move(*session));
        if (!answers)
            return unfinished(requests, answers.error());
        std::vector<pipeline::CheckResult> results;
        for (const supervisor::CheckAnswer& answer : *answers)
            append(answer, results);
        return results;
    }

private:
    using SessionPointer = std::unique_ptr<supervisor::CheckSession>;

    supervisor::Watch watch() const
    {
        return {[cancellation = m_context.cancellation] { return cancellation.cancelled(); }, {}};
    }

    Result<SessionPointer> borrow()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                auto session = std::move(m_idle.back());
                m_idle.pop_back();
                return session;
            }
        }
        return m_supervisor.beginChecks(m_context.asOf);
    }

    void giveBack(SessionPointer session)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(session));
    }

    pipeline::CheckResult blank(const supervisor::CheckRequest& request) const
    {
        pipeline::CheckResult result;
        result.check = request.check;
        result.plugin = request.pack;
        if (const auto* pack = m_packs.find(request.pack))
            result.pluginVersion = pack->version;
        result.document = request.document;
        return result;
    }

    /// A check that did not finish: recorded under the contract's own id, with the name of the check that it was.
    static void mark(pipeline::CheckResult& result, const Error& error)
    {
        result.values = {{"what", error.message}, {"check", result.check}, {"cause", "check"}};
        result.check = "check-did-not-finish";
        result.outcome = Outcome::Indeterminate;
        result.reason = error.kind == ErrorKind::TimedOut ? "timed-out"
            : error.kind == ErrorKind::OutOfMemory        ? "out-of-memory"
            : error.kind == ErrorKind::Crashed            ? "reader-crashed"
                                                          : "malformed";
    }

    std::vector<pipeline::CheckResult> unfinished(
        const std::vector<supervisor::CheckRequest>& requests, const Error& error) const
    {
        std::vector<pipeline::CheckResult> results;
        for (const auto& request : requests)
            mark(results.emplace_back(blank(request)), error);
        return results;
    }

    void append(const supervisor::CheckAnswer& answer, std::vector<pipeline::CheckResult>& results) const
    {
        if (answer.failure)
            mark(results.emplace_back(blank(answer.request)), *answer.failure);
        for (const wire::CheckResult& said : answer.results) {
            auto result = blank(answer.request);
            result.outcome = said.outcome;
            result.reason = said.reason;
            result.atMost = said.atMost;
            result.citations = said.citations;
            result.values = said.values;
            result.source = said.source;
            results.push_back(std::move(result));
        }
    }

    Supervisor& m_supervisor;
    const packs::PackList& m_packs;
    names::NameKnowledge m_knowledge;
    CaseContext m_context;
    std::mutex m_mutex;
    std::vector<SessionPointer> m_idle;
};

class SupervisedWorkers final : public Workers {
public:
    SupervisedWorkers(std::unique_ptr<Supervisor> supervisor, names::NameKnowledge knowledge, const House& house)
        : m_supervisor(std::move(supervisor))
        , m_knowledge(std::move(knowledge))
        , m_house(house)
    {
    }
    std::unique_ptr<pipeline::PluginServices> forCase(const CaseContext& context) override
    {
        return std::make_unique<CaseServices>(*m_supervisor, m_house.packs, m_knowledge, context);
    }
    std::vector<std::string> confinement() const override { return m_supervisor->confinement(); }
    std::vector<std::string> toolConfinement() const override { return m_supervisor->toolConfinement(); }
    std::vector<Error> loadFailures() const override
    {
        std::vector<Error> errors;
        for (const auto& failure : m_supervisor->loadFailures())
            errors.push_back(failure.error);
        return errors;
    }

private:
    std::unique_ptr<Supervisor> m_supervisor;
    names::NameKnowledge m_knowledge;
    const House& m_house;
};

void logOf(const std::string& pack, int level, const std::string& message)
{
    static constexpr spdlog::level::level_enum levels[]
        = {spdlog::level::err, spdlog::level::warn, spdlog::level::info, spdlog::level::debug};
    // Standard output belongs to reports.
    static const auto logger = [] {
        auto made = spdlog::stderr_color_mt("vidimus");
        // A reader's warnings say why it gave up, and stand in the report as a finding: told once unless asked for.
        const char* wanted = std::getenv("VIDIMUS_LOG");
        made->set_level(wanted ? spdlog::level::from_str(wanted) : spdlog::level::err);
        return made;
    }();
    logger->log(levels[std::clamp(level, 0, 3)], "{}: {}", pack, inOnePlainLine(message));
}

} // namespace

Result<std::unique_ptr<Workers>> Workers::start(const House& house)
{
    supervisor::SupervisorOptions options;
    options.worker = house.programFolder / "vidimus-worker";
    for (const packs::Pack& pack : house.packs.packs)
        if (pack.module)
            options.modules.push_back({pack.id, pack.version, *pack.module, pack.sha256});
    auto knowledge = names::NameKnowledge::load();
    if (!knowledge)
        return knowledge.error();
    options.compareNames = [known = *knowledge](const std::string& a, const std::string& b) {
        auto relation = known.compare(a, b);
        return supervisor::NameAnswer{std::string(names::nameOf(relation.relation)), std::move(relation.explanation)};
    };
    options.foldHan = [known = *knowledge](const std::string& text) { return known.foldHan(text); };
    options.namesVersion = knowledge->version();
    options.log = logOf;
    auto started = Supervisor::start(std::move(options));
    if (!started)
        return started.error();
    return std::unique_ptr<Workers>(
        std::make_unique<SupervisedWorkers>(std::move(*started), std::move(*knowledge), house));
}

} // namespace vidimus::app
