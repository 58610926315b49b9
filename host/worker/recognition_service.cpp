#include "worker/host_services.hpp"
#include "worker/picture.hpp"
#include "worker/text.hpp"

namespace vidimus::worker {
namespace {

const PackTable& packsOf(const vidimus_host_t* host)
{
    return HostServices::of(host).services->packs();
}

void noteUse(const vidimus_host_t* host, const Offered<vidimus_engine_t>& engine)
{
    if (CallContext* context = HostServices::of(host).services->context()) {
        context->used.add("engine:" + clean(engine.row->id), clean(engine.row->version));
        context->noteUse(*engine.pack);
    }
}

uint64_t engineCount(const vidimus_host_t* host)
{
    return packsOf(host).engines().size();
}

const vidimus_engine_t* engineAt(const vidimus_host_t* host, uint64_t index)
{
    const auto engines = packsOf(host).engines();
    return index < engines.size() ? engines[index].row : nullptr;
}

/// Runs an engine, once the picture is seen to be one.
template <class Run>
vidimus_status_t withEngine(const vidimus_host_t* host, vidimus_string_t id, const vidimus_image_t* image, Run&& run)
{
    const auto engine = packsOf(host).engine(view(id));
    if (!engine)
        return VIDIMUS_UNAVAILABLE;
    if (!image || !isPicture(*image))
        return VIDIMUS_MALFORMED;
    noteUse(host, engine);
    return run(*engine.row);
}

vidimus_status_t detectLines(
    const vidimus_host_t* host, vidimus_string_t id, const vidimus_image_t* image, const vidimus_recognise_sink_t* sink)
{
    return withEngine(
        host, id, image, [&](const vidimus_engine_t& engine) { return engine.detect_lines(image, sink); });
}

vidimus_status_t recognise(const vidimus_host_t* host, vidimus_string_t id, const vidimus_image_t* image,
    const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink)
{
    return withEngine(
        host, id, image, [&](const vidimus_engine_t& engine) { return engine.recognise(image, request, sink); });
}

vidimus_status_t readImage(const vidimus_host_t* host, vidimus_string_t id, const vidimus_image_t* image, uint32_t page,
    const vidimus_pass_request_t* request, const vidimus_pass_sink_t* sink)
{
    const auto reader = packsOf(host).imageReader(view(id));
    if (!reader)
        return VIDIMUS_UNAVAILABLE;
    if (!image || !isPicture(*image))
        return VIDIMUS_MALFORMED;
    if (CallContext* context = HostServices::of(host).services->context())
        context->noteUse(*reader.pack);
    return reader.row->run(image, page, request, sink);
}

} // namespace

const vidimus_ocr_t recognitionService{&engineCount, &engineAt, &detectLines, &recognise};
const vidimus_pages_t pagesService{&readImage};

} // namespace vidimus::worker
