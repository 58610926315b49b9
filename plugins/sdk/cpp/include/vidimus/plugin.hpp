#pragma once
#include "engine.hpp"
#include "evidence.hpp"
#include "host.hpp"
#include "image.hpp"
#include "outcome.hpp"
#include "reader.hpp"
#include <vidimus/abi/plugin.h>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <new>
#include <span>
#include <string_view>

/// One include for a plugin author:
///
///     #include <vidimus/plugin.hpp>
///     using namespace vidimus::sdk;
///
///     Outcome serialNumbersAgree(const Evidence& evidence) { … }
///
///     VIDIMUS_PLUGIN(registry)
///     {
///         registry.addCheck("serial-numbers-agree", serialNumbersAgree);
///     }
namespace vidimus::sdk {

/// What a validator says of a value.
struct Verdict {
    vidimus_verdict_t verdict = VIDIMUS_HOLDS;
    std::string expected; ///< what would have held
    static Verdict holds() { return {}; }
    static Verdict formatWrong() { return {VIDIMUS_FORMAT_WRONG, {}}; }
    static Verdict checkDigitWrong(std::string expected) { return {VIDIMUS_CHECK_DIGIT_WRONG, std::move(expected)}; }
};

using DocumentCheck = Outcome (*)(const Evidence&);
using DocumentCheckOfMany = std::vector<Outcome> (*)(const Evidence&);
using CaseCheck = std::vector<Outcome> (*)(const CaseEvidence&);
using Validator = Verdict (*)(std::string_view value);

struct FoundField {
    std::string id, text, value, lang;
    double confidence = 0;
    std::uint64_t line = 0;
    vidimus_region_t region{};
};

struct DocumentText {
    std::span<const vidimus_line_t> lines;
    std::span<const vidimus_code_t> codes;
    std::span<const vidimus_mrz_t> zones;
};
using FieldReader = std::vector<FoundField> (*)(const DocumentText&);

/// What a plugin offers; filled once by VIDIMUS_PLUGIN.
class Registry {
public:
    void addReader(std::unique_ptr<Reader> reader) { m_readers.push_back(std::move(reader)); }
    void addImageReader(std::unique_ptr<ImageReader> reader) { m_imageReaders.push_back(std::move(reader)); }
    void addEngine(std::unique_ptr<Engine> engine) { m_engines.push_back(std::move(engine)); }
    void addCheck(std::string id, DocumentCheck check) { m_checks.push_back({std::move(id), check, nullptr, nullptr}); }
    void addCheck(std::string id, DocumentCheckOfMany check)
    {
        m_checks.push_back({std::move(id), nullptr, check, nullptr});
    }
    void addCaseCheck(std::string id, CaseCheck check) { m_checks.push_back({std::move(id), nullptr, nullptr, check}); }
    void addValidator(std::string id, Validator validator) { m_validators.push_back({std::move(id), validator}); }
    void addFieldReader(std::string id, FieldReader reader) { m_fieldReaders.push_back({std::move(id), reader}); }

    struct CheckEntry {
        std::string id;
        DocumentCheck one;
        DocumentCheckOfMany many;
        CaseCheck ofCase;
    };
    template <class Function> struct Named {
        std::string id;
        Function function;
    };
    std::deque<std::unique_ptr<Reader>> m_readers;
    std::deque<std::unique_ptr<ImageReader>> m_imageReaders;
    std::deque<std::unique_ptr<Engine>> m_engines;
    std::deque<CheckEntry> m_checks;
    std::deque<Named<Validator>> m_validators;
    std::deque<Named<FieldReader>> m_fieldReaders;
};

} // namespace vidimus::sdk

#include "detail/trampolines.hpp"

/// Defines the one exported symbol; the body registers what the plugin offers.
#define VIDIMUS_PLUGIN(registry)                                                                                       \
    static void vidimusRegister(vidimus::sdk::Registry& registry);                                                     \
    extern "C" VIDIMUS_EXPORT const vidimus_plugin_entry_t vidimus_entry;                                              \
    const vidimus_plugin_entry_t vidimus_entry                                                                         \
        = {VIDIMUS_ABI_MAJOR, VIDIMUS_ABI_MINOR, &vidimus::sdk::detail::init<&vidimusRegister>,                        \
            &vidimus::sdk::detail::deinit, &vidimus::sdk::detail::getExtension};                                       \
    static void vidimusRegister(vidimus::sdk::Registry& registry)
