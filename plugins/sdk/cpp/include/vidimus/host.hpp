#pragma once
#include "engine.hpp"
#include "reader.hpp"
#include <vidimus/abi/ext/host_services.h>
#include <vidimus/abi/ext/registration.h>

#include <optional>
#include <string>

namespace vidimus::sdk {

/// The host's services inside this worker. Available after the plugin's init; a missing service is told, never guessed.
class Host {
public:
    static Host& instance()
    {
        static Host host;
        return host;
    }
    void attach(const vidimus_host_t* raw) { m_raw = raw; }

    /// level 0 error, 1 warning, 2 information, 3 debug. Never personal data.
    void log(int level, std::string_view message) const
    {
        if (const auto* service = ask<vidimus_log_t>(VIDIMUS_EXT_LOG))
            service->write(m_raw, level, string(message));
    }
    void progress(double fraction) const
    {
        if (const auto* service = ask<vidimus_progress_t>(VIDIMUS_EXT_PROGRESS))
            service->report(m_raw, fraction);
    }
    /// Throws Failure(VIDIMUS_CANCELLED) when the person who waits has given up.
    void throwIfCancelled() const
    {
        const auto* service = ask<vidimus_progress_t>(VIDIMUS_EXT_PROGRESS);
        if (service && service->cancelled(m_raw))
            throw Failure(VIDIMUS_CANCELLED, "cancelled");
    }
    /// The date on which the case is decided, days since 1970-01-01.
    std::int64_t asOfDay() const
    {
        const auto* service = ask<vidimus_clock_t>(VIDIMUS_EXT_CLOCK);
        if (!service)
            throw Failure(VIDIMUS_UNAVAILABLE, "the host offers no vidimus.clock/1");
        return service->as_of_day(m_raw);
    }
    std::uint64_t pixelLimit() const
    {
        const auto* service = ask<vidimus_image_service_t>(VIDIMUS_EXT_IMAGE);
        return service ? service->pixel_limit(m_raw) : 100'000'000;
    }
    std::uint32_t sideLimit() const
    {
        const auto* service = ask<vidimus_image_service_t>(VIDIMUS_EXT_IMAGE);
        return service ? service->side_limit(m_raw) : 16'000;
    }
    /// Id of the engine that answers where none is named: the one that reads most languages. Empty: there is none.
    std::string defaultEngine() const
    {
        const auto* service = ask<vidimus_ocr_t>(VIDIMUS_EXT_OCR);
        const vidimus_engine_t* most = nullptr;
        for (std::uint64_t i = 0; service && i < service->engine_count(m_raw); ++i)
            if (const auto* engine = service->engine(m_raw, i);
                engine && (!most || engine->language_count > most->language_count))
                most = engine;
        return most ? std::string(view(most->id)) : std::string();
    }
    /// Is an engine of this id installed and loaded?
    bool hasEngine(std::string_view id) const
    {
        const auto* service = ask<vidimus_ocr_t>(VIDIMUS_EXT_OCR);
        for (std::uint64_t i = 0; service && i < service->engine_count(m_raw); ++i)
            if (const auto* engine = service->engine(m_raw, i); engine && view(engine->id) == id)
                return true;
        return false;
    }
    /// Recognises with an engine of this process; engine empty: the default one. Throws Failure.
    Recognition recognise(std::string_view engine, const vidimus_image_t& image, const RecogniseRequest& request) const
    {
        const auto* service = ask<vidimus_ocr_t>(VIDIMUS_EXT_OCR);
        if (!service)
            throw Failure(VIDIMUS_UNAVAILABLE, "no text recognition engine is installed");
        detail::RecognitionCollector collector;
        const vidimus_recognise_request_t raw{string(request.languages), string(request.alphabet), request.singleLine};
        require(service->recognise(m_raw, string(engine), &image, &raw, &collector.raw), "text recognition failed");
        return std::move(collector.recognition);
    }
    /// Line boxes by an engine that has a detector; nothing where none has.
    std::optional<Recognition> detectLines(std::string_view engine, const vidimus_image_t& image) const
    {
        const auto* service = ask<vidimus_ocr_t>(VIDIMUS_EXT_OCR);
        if (!service)
            return std::nullopt;
        detail::RecognitionCollector collector;
        if (service->detect_lines(m_raw, string(engine), &image, &collector.raw) != VIDIMUS_OK)
            return std::nullopt;
        return std::move(collector.recognition);
    }
    /// Puts a pass to a picture, answered by another reader of this process. Throws Failure.
    void readImage(std::string_view reader, const vidimus_image_t& image, std::uint32_t page,
        const PassRequest& request, PassSink& sink) const
    {
        const auto* service = ask<vidimus_pages_t>(VIDIMUS_EXT_PAGES);
        if (!service)
            throw Failure(VIDIMUS_UNAVAILABLE, "the host offers no vidimus.pages/1");
        const auto raw = request.raw();
        require(service->read_image(m_raw, string(reader), &image, page, &raw, sink.raw()),
            "the page picture could not be read");
    }
    /// The exemplar that was given with the running pass, valid until it ends; null: none.
    const vidimus_exemplar_t* exemplar() const
    {
        const auto* service = ask<vidimus_registration_t>(VIDIMUS_EXT_REGISTRATION);
        return service ? service->exemplar(m_raw) : nullptr;
    }
    /// A page of the session's own file drawn by the broker; valid until the next call. Throws Failure.
    vidimus_image_t render(std::uint32_t page, double dpi, std::string_view password = {}) const
    {
        const auto* service = ask<vidimus_render_t>(VIDIMUS_EXT_RENDER);
        if (!service)
            throw Failure(VIDIMUS_UNAVAILABLE, "the host offers no vidimus.render/1");
        vidimus_image_t image{};
        require(service->page(m_raw, page, dpi, string(password), &image), "the page could not be drawn");
        return image;
    }
    /// The session's own file rewritten by the broker; nothing where it cannot be repaired.
    std::optional<vidimus_bytes_t> repair(std::string_view password = {}) const
    {
        const auto* service = ask<vidimus_repair_t>(VIDIMUS_EXT_REPAIR);
        vidimus_bytes_t bytes{};
        if (!service || service->pdf(m_raw, string(password), &bytes) != VIDIMUS_OK)
            return std::nullopt;
        return bytes;
    }
    struct NameRelation {
        std::string relation; ///< identical variant romanisation subset conflict
        std::string explanation;
    };
    /// Throws Failure where the host knows no names.
    NameRelation compareNames(std::string_view a, std::string_view b) const
    {
        const auto* service = ask<vidimus_names_t>(VIDIMUS_EXT_NAMES);
        if (!service)
            throw Failure(VIDIMUS_UNAVAILABLE, "the host offers no vidimus.names/1");
        vidimus_string_t relation{}, explanation{};
        require(
            service->compare(m_raw, string(a), string(b), &relation, &explanation), "the names could not be compared");
        return {std::string(view(relation)), std::string(view(explanation))};
    }
    /// The script-neutral form of a Han text, for comparing Traditional with Simplified. Throws Failure.
    std::string foldHan(std::string_view text) const
    {
        const auto* service = ask<vidimus_names_t>(VIDIMUS_EXT_NAMES);
        if (!service)
            throw Failure(VIDIMUS_UNAVAILABLE, "the host offers no vidimus.names/1");
        vidimus_string_t folded{};
        require(service->fold(m_raw, string(text), &folded), "the text could not be folded");
        return std::string(view(folded));
    }

private:
    template <class Service> const Service* ask(const char* id) const
    {
        return m_raw ? static_cast<const Service*>(m_raw->get_extension(m_raw, id)) : nullptr;
    }
    const vidimus_host_t* m_raw = nullptr;
};

} // namespace vidimus::sdk
