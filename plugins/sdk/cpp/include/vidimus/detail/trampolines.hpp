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

// One plain function a kind does the work for an index; the ABI's tables carry no context, so each index has a C
// function of its own that does nothing but name it. The work is not in the templates: sixty-four copies of it would
// take half a minute to compile.

inline vidimus_status_t openAt(std::size_t index, vidimus_bytes_t bytes, vidimus_string_t mediaType,
    vidimus_password_list_t list, vidimus_session_t** session, vidimus_string_t* message)
{
    *session = nullptr;
    const auto status = guarded([&] {
        std::vector<std::string> passwords;
        for (std::uint64_t i = 0; i < list.count; ++i)
            passwords.emplace_back(view(list.passwords[i]));
        auto opened = state()->registry.m_readers[index]->open({bytes.data, bytes.size}, view(mediaType), passwords);
        *session = reinterpret_cast<vidimus_session_t*>(opened.release());
    });
    *message = string(state()->message);
    return status;
}

inline vidimus_status_t runImageAt(std::size_t index, const vidimus_image_t* image, uint32_t page,
    const vidimus_pass_request_t* request, const vidimus_pass_sink_t* raw)
{
    return guarded([&] {
        PassSink sink(raw);
        state()->registry.m_imageReaders[index]->run(*image, page, PassRequest::from(*request), sink);
    });
}

inline vidimus_status_t loadAt(std::size_t index, vidimus_string_t* message)
{
    const auto status = guarded([&] { state()->registry.m_engines[index]->load(); });
    *message = string(state()->message);
    return status;
}

inline vidimus_status_t detectLinesAt(
    std::size_t index, const vidimus_image_t* image, const vidimus_recognise_sink_t* sink)
{
    auto& engine = *state()->registry.m_engines[index];
    if (!engine.detectsLines())
        return VIDIMUS_UNSUPPORTED;
    return guarded([&] { deliver(engine.detectLines(*image), sink); });
}

inline vidimus_status_t recogniseAt(std::size_t index, const vidimus_image_t* image,
    const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink)
{
    return guarded([&] {
        const RecogniseRequest copy{
            std::string(view(request->languages)), std::string(view(request->alphabet)), request->single_line};
        deliver(state()->registry.m_engines[index]->recognise(*image, copy), sink);
    });
}

inline vidimus_status_t checkAt(
    std::size_t index, const vidimus_evidence_t* evidence, uint64_t document, const vidimus_check_sink_t* sink)
{
    return guarded([&] {
        const auto& entry = state()->registry.m_checks[index];
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

inline vidimus_verdict_t validateAt(std::size_t index, vidimus_string_t value, vidimus_string_t* expected)
{
    Verdict verdict{VIDIMUS_NO_VERDICT, {}};
    guarded([&] { verdict = state()->registry.m_validators[index].function(view(value)); });
    state()->message = verdict.expected;
    *expected = string(state()->message);
    return verdict.verdict;
}

inline vidimus_status_t readFieldsAt(std::size_t index, const DocumentText& text, const vidimus_field_sink_t* sink)
{
    return guarded([&] {
        for (const FoundField& found : state()->registry.m_fieldReaders[index].function(text)) {
            const vidimus_field_found_t raw{string(found.id), string(found.text), string(found.value),
                string(found.lang), found.confidence, found.line, found.region};
            sink->field(sink->context, &raw);
        }
    });
}

template <std::size_t Index> struct At {
    static vidimus_status_t open(vidimus_bytes_t bytes, vidimus_string_t mediaType, vidimus_password_list_t list,
        vidimus_session_t** session, vidimus_string_t* message)
    {
        return openAt(Index, bytes, mediaType, list, session, message);
    }
    static vidimus_status_t runImage(const vidimus_image_t* image, uint32_t page, const vidimus_pass_request_t* request,
        const vidimus_pass_sink_t* sink)
    {
        return runImageAt(Index, image, page, request, sink);
    }
    static vidimus_status_t load(vidimus_string_t* message) { return loadAt(Index, message); }
    static vidimus_status_t detectLines(const vidimus_image_t* image, const vidimus_recognise_sink_t* sink)
    {
        return detectLinesAt(Index, image, sink);
    }
    static vidimus_status_t recognise(
        const vidimus_image_t* image, const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink)
    {
        return recogniseAt(Index, image, request, sink);
    }
    static vidimus_status_t check(
        const vidimus_evidence_t* evidence, uint64_t document, const vidimus_check_sink_t* sink)
    {
        return checkAt(Index, evidence, document, sink);
    }
    static vidimus_verdict_t validate(vidimus_string_t value, vidimus_string_t* expected)
    {
        return validateAt(Index, value, expected);
    }
    static vidimus_status_t readFields(const vidimus_line_t* lines, uint64_t lineCount, const vidimus_code_t* codes,
        uint64_t codeCount, const vidimus_mrz_t* zones, uint64_t zoneCount, const vidimus_field_sink_t* sink)
    {
        return readFieldsAt(Index, {{lines, lineCount}, {codes, codeCount}, {zones, zoneCount}}, sink);
    }
};

/// The C functions of one index.
struct Functions {
    decltype(&At<0>::open) open;
    decltype(&At<0>::runImage) runImage;
    decltype(&At<0>::load) load;
    decltype(&At<0>::detectLines) detectLines;
    decltype(&At<0>::recognise) recognise;
    decltype(&At<0>::check) check;
    decltype(&At<0>::validate) validate;
    decltype(&At<0>::readFields) readFields;
};

template <std::size_t... Is> constexpr std::array<Functions, sizeof...(Is)> functionsOf(std::index_sequence<Is...>)
{
    return {Functions{&At<Is>::open, &At<Is>::runImage, &At<Is>::load, &At<Is>::detectLines, &At<Is>::recognise,
        &At<Is>::check, &At<Is>::validate, &At<Is>::readFields}...};
}

inline constexpr std::array<Functions, most> functions = functionsOf(std::make_index_sequence<most>{});

inline uint32_t pageCount(vidimus_session_t* session)
{
    uint32_t count = 0;
    guarded([&] { count = sessionOf(session)->pageCount(); });
    return count;
}

inline vidimus_status_t pageInfo(vidimus_session_t* session, uint32_t page, vidimus_page_info_t* info)
{
    return guarded([&] { *info = sessionOf(session)->pageInfo(page); });
}

inline vidimus_status_t pageImage(vidimus_session_t* session, uint32_t page, double dpi, vidimus_image_t* image)
{
    return guarded([&] { *image = sessionOf(session)->pageImage(page, dpi); });
}

inline vidimus_status_t run(
    vidimus_session_t* session, const vidimus_pass_request_t* request, const vidimus_pass_sink_t* raw)
{
    return guarded([&] {
        PassSink sink(raw);
        sessionOf(session)->run(PassRequest::from(*request), sink);
    });
}

inline void close(vidimus_session_t* session)
{
    delete sessionOf(session);
}

/// Calls fill(index, functions of that index) for each of a list, up to the most that can be offered.
template <class List, class Fill> void each(const List& list, Fill&& fill)
{
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i)
        fill(i, functions[i]);
}

inline void fillReaders(State& s)
{
    each(s.registry.m_readers, [&](std::size_t i, const Functions& row) {
        const Reader& reader = *s.registry.m_readers[i];
        const auto& types = s.keep(reader.mediaTypes());
        const auto& passes = s.keep(reader.passes());
        s.readers.push_back({s.keep(reader.id()), types.data(), types.size(), passes.data(), passes.size(), row.open,
            &pageCount, &pageInfo, &pageImage, &run, &close});
    });
    each(s.registry.m_imageReaders, [&](std::size_t i, const Functions& row) {
        s.imageReaders.push_back({s.keep(s.registry.m_imageReaders[i]->id()), row.runImage});
    });
    s.readerTable = {s.readers.size(), s.readers.data()};
    s.imageReaderTable = {s.imageReaders.size(), s.imageReaders.data()};
}

inline void fillEngines(State& s)
{
    each(s.registry.m_engines, [&](std::size_t i, const Functions& row) {
        const Engine& engine = *s.registry.m_engines[i];
        const auto& languages = s.keep(engine.languages());
        s.engines.push_back({s.keep(engine.id()), s.keep(engine.version()), languages.data(), languages.size(),
            row.load, row.detectLines, row.recognise});
    });
    s.engineTable = {s.engines.size(), s.engines.data()};
}

inline void fillChecks(State& s)
{
    each(s.registry.m_checks, [&](std::size_t i, const Functions& row) {
        s.checks.push_back({string(s.registry.m_checks[i].id), s.registry.m_checks[i].ofCase != nullptr, row.check});
    });
    each(s.registry.m_validators, [&](std::size_t i, const Functions& row) {
        s.validators.push_back({string(s.registry.m_validators[i].id), row.validate});
    });
    each(s.registry.m_fieldReaders, [&](std::size_t i, const Functions& row) {
        s.fieldReaders.push_back({string(s.registry.m_fieldReaders[i].id), row.readFields});
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
