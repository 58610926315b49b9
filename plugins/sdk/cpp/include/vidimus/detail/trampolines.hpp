#pragma once
// The C functions behind the ABI's tables. Included by plugin.hpp only.
#include <algorithm>
#include <cstring>
#include <utility>

namespace vidimus::sdk::detail {

/// The most readers, engines, checks … of one kind that one plugin can offer: each needs a C function of its own.
inline constexpr std::size_t most = 64;

struct State {
    Registry registry;
    std::string message;
    std::deque<std::vector<vidimus_string_t>> lists;
    std::deque<std::string> strings;
    std::vector<vidimus_reader_t> readers;
    std::vector<vidimus_image_reader_t> imageReaders;
    std::vector<vidimus_engine_t> engines;
    std::vector<vidimus_check_t> checks;
    std::vector<vidimus_validator_t> validators;
    std::vector<vidimus_field_reader_t> fieldReaders;
    vidimus_readers_t readerTable{};
    vidimus_image_readers_t imageReaderTable{};
    vidimus_engines_t engineTable{};
    vidimus_checks_t checkTable{};
    vidimus_validators_t validatorTable{};
    vidimus_field_readers_t fieldReaderTable{};

    vidimus_string_t keep(std::string text) { return string(strings.emplace_back(std::move(text))); }
    std::vector<vidimus_string_t>& keep(const std::vector<std::string>& texts)
    {
        auto& list = lists.emplace_back();
        for (const std::string& text : texts)
            list.push_back(keep(text));
        return list;
    }
};

inline State*& state()
{
    static State* instance = nullptr;
    return instance;
}

/// Runs a plugin's function; whatever it throws ends here.
template <class Function> vidimus_status_t guarded(Function&& function)
{
    try {
        function();
        return VIDIMUS_OK;
    } catch (const Failure& failure) {
        state()->message = failure.what();
        Host::instance().log(1, failure.what());
        return failure.status();
    } catch (const std::bad_alloc&) {
        return VIDIMUS_OUT_OF_MEMORY; // without a message: there is no memory for one
    } catch (const std::exception& error) {
        state()->message = error.what();
        Host::instance().log(0, error.what());
        return VIDIMUS_INTERNAL;
    } catch (...) {
        state()->message = "the plugin threw something that is no std::exception";
        return VIDIMUS_INTERNAL;
    }
}

inline Session* sessionOf(vidimus_session_t* session)
{
    return reinterpret_cast<Session*>(session);
}

template <std::size_t Index> struct At {
    static vidimus_status_t open(vidimus_bytes_t bytes, vidimus_string_t mediaType, vidimus_password_list_t list,
        vidimus_session_t** session, vidimus_string_t* message)
    {
        *session = nullptr;
        const auto status = guarded([&] {
            std::vector<std::string> passwords;
            for (std::uint64_t i = 0; i < list.count; ++i)
                passwords.emplace_back(view(list.passwords[i]));
            auto opened
                = state()->registry.m_readers[Index]->open({bytes.data, bytes.size}, view(mediaType), passwords);
            *session = reinterpret_cast<vidimus_session_t*>(opened.release());
        });
        *message = string(state()->message);
        return status;
    }
    static vidimus_status_t runImage(const vidimus_image_t* image, uint32_t page, const vidimus_pass_request_t* request,
        const vidimus_pass_sink_t* raw)
    {
        return guarded([&] {
            PassSink sink(raw);
            state()->registry.m_imageReaders[Index]->run(*image, page, PassRequest::from(*request), sink);
        });
    }
    static vidimus_status_t load(vidimus_string_t* message)
    {
        const auto status = guarded([] { state()->registry.m_engines[Index]->load(); });
        *message = string(state()->message);
        return status;
    }
    static vidimus_status_t detectLines(const vidimus_image_t* image, const vidimus_recognise_sink_t* sink)
    {
        auto& engine = *state()->registry.m_engines[Index];
        if (!engine.detectsLines())
            return VIDIMUS_UNSUPPORTED;
        return guarded([&] { deliver(engine.detectLines(*image), sink); });
    }
    static vidimus_status_t recognise(
        const vidimus_image_t* image, const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink)
    {
        return guarded([&] {
            const RecogniseRequest copy{
                std::string(view(request->languages)), std::string(view(request->alphabet)), request->single_line};
            deliver(state()->registry.m_engines[Index]->recognise(*image, copy), sink);
        });
    }
    static vidimus_status_t check(
        const vidimus_evidence_t* evidence, uint64_t document, const vidimus_check_sink_t* sink)
    {
        return guarded([&] {
            const auto& entry = state()->registry.m_checks[Index];
            std::vector<Outcome> outcomes;
            if (entry.ofCase)
                outcomes = entry.ofCase(CaseEvidence(evidence));
            else if (entry.many)
                outcomes = entry.many(Evidence(evidence, document));
            else
                outcomes.push_back(entry.one(Evidence(evidence, document)));
            for (const Outcome& outcome : outcomes)
                outcome.deliver(sink);
        });
    }
    static vidimus_verdict_t validate(vidimus_string_t value, vidimus_string_t* expected)
    {
        Verdict verdict{VIDIMUS_NO_VERDICT, {}};
        guarded([&] { verdict = state()->registry.m_validators[Index].function(view(value)); });
        state()->message = verdict.expected;
        *expected = string(state()->message);
        return verdict.verdict;
    }
    static vidimus_status_t readFields(const vidimus_line_t* lines, uint64_t lineCount, const vidimus_code_t* codes,
        uint64_t codeCount, const vidimus_mrz_t* zones, uint64_t zoneCount, const vidimus_field_sink_t* sink)
    {
        return guarded([&] {
            for (const FoundField& found : state()->registry.m_fieldReaders[Index].function(
                     {{lines, lineCount}, {codes, codeCount}, {zones, zoneCount}})) {
                const vidimus_field_found_t raw{string(found.id), string(found.text), string(found.value),
                    string(found.lang), found.confidence, found.line, found.region};
                sink->field(sink->context, &raw);
            }
        });
    }
};

/// Calls make with the tables' row for a run-time index.
template <class Make> void forIndex(std::size_t index, Make&& make)
{
    [&]<std::size_t... Is>(std::index_sequence<Is...>)
    {
        ((Is == index ? (make(At<Is>{}), 0) : 0), ...);
    }
    (std::make_index_sequence<most>{});
}

inline void fillReaders(State& s)
{
    for (std::size_t i = 0; i < std::min(s.registry.m_readers.size(), most); ++i)
        forIndex(i, [&]<class Row>(Row) {
            const Reader& reader = *s.registry.m_readers[i];
            const auto& types = s.keep(reader.mediaTypes());
            const auto& passes = s.keep(reader.passes());
            s.readers.push_back({s.keep(reader.id()), types.data(), types.size(), passes.data(), passes.size(),
                &Row::open,
                [](vidimus_session_t* session) -> uint32_t {
                    uint32_t count = 0;
                    guarded([&] { count = sessionOf(session)->pageCount(); });
                    return count;
                },
                [](vidimus_session_t* session, uint32_t page, vidimus_page_info_t* info) {
                    return guarded([&] { *info = sessionOf(session)->pageInfo(page); });
                },
                [](vidimus_session_t* session, uint32_t page, double dpi, vidimus_image_t* image) {
                    return guarded([&] { *image = sessionOf(session)->pageImage(page, dpi); });
                },
                [](vidimus_session_t* session, const vidimus_pass_request_t* request, const vidimus_pass_sink_t* raw) {
                    return guarded([&] {
                        PassSink sink(raw);
                        sessionOf(session)->run(PassRequest::from(*request), sink);
                    });
                },
                [](vidimus_session_t* session) { delete sessionOf(session); }});
        });
    for (std::size_t i = 0; i < std::min(s.registry.m_imageReaders.size(), most); ++i)
        forIndex(i, [&]<class Row>(Row) {
            s.imageReaders.push_back({s.keep(s.registry.m_imageReaders[i]->id()), &Row::runImage});
        });
    s.readerTable = {s.readers.size(), s.readers.data()};
    s.imageReaderTable = {s.imageReaders.size(), s.imageReaders.data()};
}

inline void fillEngines(State& s)
{
    for (std::size_t i = 0; i < std::min(s.registry.m_engines.size(), most); ++i)
        forIndex(i, [&]<class Row>(Row) {
            const Engine& engine = *s.registry.m_engines[i];
            const auto& languages = s.keep(engine.languages());
            s.engines.push_back({s.keep(engine.id()), s.keep(engine.version()), languages.data(), languages.size(),
                &Row::load, &Row::detectLines, &Row::recognise});
        });
    s.engineTable = {s.engines.size(), s.engines.data()};
}

inline void fillChecks(State& s)
{
    for (std::size_t i = 0; i < std::min(s.registry.m_checks.size(), most); ++i)
        forIndex(i, [&]<class Row>(Row) {
            s.checks.push_back(
                {string(s.registry.m_checks[i].id), s.registry.m_checks[i].ofCase != nullptr, &Row::check});
        });
    for (std::size_t i = 0; i < std::min(s.registry.m_validators.size(), most); ++i)
        forIndex(i, [&]<class Row>(Row) {
            s.validators.push_back({string(s.registry.m_validators[i].id), &Row::validate});
        });
    for (std::size_t i = 0; i < std::min(s.registry.m_fieldReaders.size(), most); ++i)
        forIndex(i, [&]<class Row>(Row) {
            s.fieldReaders.push_back({string(s.registry.m_fieldReaders[i].id), &Row::readFields});
        });
    s.checkTable = {s.checks.size(), s.checks.data()};
    s.validatorTable = {s.validators.size(), s.validators.data()};
    s.fieldReaderTable = {s.fieldReaders.size(), s.fieldReaders.data()};
}

template <void (*Register)(Registry&)> vidimus_status_t init(const vidimus_host_t* host)
{
    state() = new State;
    Host::instance().attach(host);
    return guarded([] {
        State& s = *state();
        Register(s.registry);
        fillReaders(s);
        fillEngines(s);
        fillChecks(s);
    });
}

inline void deinit()
{
    delete std::exchange(state(), nullptr);
    Host::instance().attach(nullptr);
}

inline const void* getExtension(const char* id)
{
    State* s = state();
    if (!s)
        return nullptr;
    const std::string_view asked = id;
    const auto offered = [](const auto& table) -> const void* { return table.count ? &table : nullptr; };
    if (asked == VIDIMUS_EXT_READERS)
        return offered(s->readerTable);
    if (asked == VIDIMUS_EXT_IMAGE_READERS)
        return offered(s->imageReaderTable);
    if (asked == VIDIMUS_EXT_ENGINES)
        return offered(s->engineTable);
    if (asked == VIDIMUS_EXT_CHECKS)
        return offered(s->checkTable);
    if (asked == VIDIMUS_EXT_VALIDATORS)
        return offered(s->validatorTable);
    if (asked == VIDIMUS_EXT_FIELD_READERS)
        return offered(s->fieldReaderTable);
    return nullptr;
}

} // namespace vidimus::sdk::detail
