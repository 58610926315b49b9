#pragma once
#include <vidimus/plugin.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

/// The host's side for readers under test, in the test's own process: text recognition by the engine that is handed in,
/// one other reader for pictures, limits. And a sink that keeps what a pass says.
namespace vidimus::support {

/// Owned copies of what a pass delivers.
struct CollectedPass {
    std::vector<vidimus_prepared_page_t> parts;
    std::vector<sdk::Line> lines;
    struct Code {
        std::string symbology, text;
        vidimus_quad_t quad;
    };
    std::vector<Code> codes;
    struct Zone {
        std::string format, lines;
        vidimus_quad_t quad;
        double confidence;
    };
    std::vector<Zone> zones;
    struct Mark {
        std::string kind, text;
        vidimus_quad_t quad;
        double confidence;
    };
    std::vector<Mark> marks;
    struct Fact {
        std::string kind;
        std::map<std::string, std::string> values;
        int page;
    };
    std::vector<Fact> facts;

    std::string text() const
    {
        std::string all;
        for (const auto& line : lines)
            all += line.text + '\n';
        return all;
    }
};

class CollectingSink {
public:
    CollectedPass pass;
    sdk::PassSink sink() { return sdk::PassSink(&m_raw); }

private:
    static CollectedPass& of(void* context) { return static_cast<CollectingSink*>(context)->pass; }
    static sdk::Line copyOf(const vidimus_line_t& raw)
    {
        using sdk::view;
        sdk::Line line{std::string(view(raw.text)), raw.region, raw.quad, raw.confidence, raw.origin,
            std::string(view(raw.engine)), std::string(view(raw.languages)), raw.part, {}};
        for (std::uint64_t i = 0; i < raw.word_count; ++i)
            line.words.push_back({std::string(view(raw.words[i].text)), raw.words[i].region, raw.words[i].confidence});
        return line;
    }

    vidimus_pass_sink_t m_raw{this, [](void* c, const vidimus_prepared_page_t* page) { of(c).parts.push_back(*page); },
        [](void* c, const vidimus_line_t* line) { of(c).lines.push_back(copyOf(*line)); },
        [](void* c, const vidimus_code_t* code) {
            of(c).codes.push_back(
                {std::string(sdk::view(code->symbology)), std::string(sdk::view(code->text)), code->quad});
        },
        [](void* c, const vidimus_mrz_t* zone) {
            of(c).zones.push_back({std::string(sdk::view(zone->format)), std::string(sdk::view(zone->lines)),
                zone->quad, zone->confidence});
        },
        [](void* c, const vidimus_mark_t* mark) {
            of(c).marks.push_back(
                {std::string(sdk::view(mark->kind)), std::string(sdk::view(mark->text)), mark->quad, mark->confidence});
        },
        [](void* c, const vidimus_fact_t* fact) {
            std::map<std::string, std::string> values;
            for (std::uint64_t i = 0; i < fact->value_count; ++i)
                values.emplace(sdk::view(fact->values[i].name), sdk::view(fact->values[i].value));
            of(c).facts.push_back({std::string(sdk::view(fact->kind)), std::move(values), fact->page});
        }};
};

class ReadingHost {
public:
    sdk::Engine* engine = nullptr; ///< the default one
    std::map<std::string, sdk::Engine*, std::less<>> others; ///< by id
    std::uint64_t pixelLimit = 100'000'000;
    std::uint32_t sideLimit = 16'000;
    int recognitions = 0; ///< how often the engine was asked
    /// Answers vidimus.pages/1.
    std::function<void(std::string_view reader, const vidimus_image_t&, const sdk::PassRequest&, sdk::PassSink&)>
        readImage;

    ReadingHost() { sdk::Host::instance().attach(&m_host.raw); }
    ~ReadingHost() { sdk::Host::instance().attach(nullptr); }
    ReadingHost(const ReadingHost&) = delete;
    ReadingHost& operator=(const ReadingHost&) = delete;

private:
    struct Attached {
        vidimus_host_t raw;
        ReadingHost* self;
    };
    static ReadingHost& of(const vidimus_host_t* host)
    {
        return *reinterpret_cast<const Attached*>(host)->self; // raw is its first member
    }
    template <class Function> static vidimus_status_t guarded(Function&& function)
    {
        try {
            function();
            return VIDIMUS_OK;
        } catch (const sdk::Failure& failure) {
            return failure.status();
        }
    }
    sdk::Engine& engineOf(vidimus_string_t id) const
    {
        const auto other = others.find(sdk::view(id));
        sdk::Engine* found = other != others.end() ? other->second : engine;
        if (!found)
            throw sdk::Failure(VIDIMUS_UNAVAILABLE, "no engine");
        return *found;
    }
    static vidimus_status_t recognise(const vidimus_host_t* host, vidimus_string_t id, const vidimus_image_t* image,
        const vidimus_recognise_request_t* raw, const vidimus_recognise_sink_t* sink)
    {
        ReadingHost& self = of(host);
        ++self.recognitions;
        return guarded([&] {
            const sdk::RecogniseRequest request{
                std::string(sdk::view(raw->languages)), std::string(sdk::view(raw->alphabet)), raw->single_line};
            sdk::detail::deliver(self.engineOf(id).recognise(*image, request), sink);
        });
    }
    static vidimus_status_t detect(const vidimus_host_t* host, vidimus_string_t id, const vidimus_image_t* image,
        const vidimus_recognise_sink_t* sink)
    {
        return guarded([&] { sdk::detail::deliver(of(host).engineOf(id).detectLines(*image), sink); });
    }
    /// The other engines' ids are all that readers ask of them.
    static const vidimus_engine_t* engineAt(const vidimus_host_t* host, uint64_t index)
    {
        ReadingHost& self = of(host);
        self.m_rows.clear();
        if (self.engine) { // the default one reads most languages
            self.m_defaultId = self.engine->id();
            self.m_rows.push_back({sdk::string(self.m_defaultId), {}, nullptr, 100, nullptr, nullptr, nullptr});
        }
        for (const auto& [id, other] : self.others)
            self.m_rows.push_back({sdk::string(id), {}, nullptr, 0, nullptr, nullptr, nullptr});
        return index < self.m_rows.size() ? &self.m_rows[index] : nullptr;
    }
    static vidimus_status_t read(const vidimus_host_t* host, vidimus_string_t reader, const vidimus_image_t* image,
        uint32_t, const vidimus_pass_request_t* request, const vidimus_pass_sink_t* raw)
    {
        return guarded([&] {
            if (!of(host).readImage)
                throw sdk::Failure(VIDIMUS_UNAVAILABLE, "no other reader");
            sdk::PassSink sink(raw);
            of(host).readImage(sdk::view(reader), *image, sdk::PassRequest::from(*request), sink);
        });
    }
    static const void* extension(const vidimus_host_t*, const char* id)
    {
        static const vidimus_ocr_t ocr{
            [](const vidimus_host_t* host) -> uint64_t { return of(host).others.size() + (of(host).engine ? 1 : 0); },
            &ReadingHost::engineAt, &ReadingHost::detect, &ReadingHost::recognise};
        static const vidimus_pages_t pages{&ReadingHost::read};
        static const vidimus_image_service_t image{[](const vidimus_host_t* host) { return of(host).pixelLimit; },
            [](const vidimus_host_t* host) { return of(host).sideLimit; }};
        const std::string_view asked = id;
        if (asked == VIDIMUS_EXT_OCR)
            return &ocr;
        if (asked == VIDIMUS_EXT_PAGES)
            return &pages;
        if (asked == VIDIMUS_EXT_IMAGE)
            return &image;
        return nullptr;
    }

    std::string m_defaultId;
    std::vector<vidimus_engine_t> m_rows;
    Attached m_host{{sdk::string("test"), &ReadingHost::extension}, this};
};

} // namespace vidimus::support
