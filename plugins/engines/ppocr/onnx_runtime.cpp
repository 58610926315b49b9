#include "ppocr/onnx_runtime.hpp"

#include <vidimus/text.hpp>

#include <dlfcn.h>

#include <functional>
#include <numeric>

namespace vidimus::ppocr_engine {

namespace {
constexpr std::uint32_t apiVersion = 13;

/// Entries of OrtApi, by their place.
enum Entry {
    GetErrorMessage = 2,
    CreateEnv = 3,
    CreateSessionFromArray = 8,
    Run = 9,
    CreateSessionOptions = 10,
    DisableMemPattern = 17,
    SetGraphOptimizationLevel = 23,
    SetIntraOpNumThreads = 24,
    SetInterOpNumThreads = 25,
    SessionGetInputName = 36,
    SessionGetOutputName = 37,
    CreateTensorWithData = 49,
    GetTensorMutableData = 51,
    GetDimensionsCount = 61,
    GetDimensions = 62,
    GetTensorTypeAndShape = 65,
    CreateCpuMemoryInfo = 69,
    AllocatorFree = 76,
    GetAllocatorWithDefaultOptions = 78,
    ReleaseEnv = 92,
    ReleaseStatus = 93,
    ReleaseMemoryInfo = 94,
    ReleaseSession = 95,
    ReleaseValue = 96,
    ReleaseTensorTypeAndShapeInfo = 99,
    ReleaseSessionOptions = 100,
};
constexpr int logErrors = 3, allOptimisations = 99, floats = 1, arenaAllocator = 1, defaultMemory = 0;

struct ApiBase {
    void* const* (*getApi)(std::uint32_t version);
    const char* (*getVersion)();
};
} // namespace

OnnxRuntime::OnnxRuntime(const std::string& library)
    : m_library(::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL))
{
    const auto base = m_library ? reinterpret_cast<const ApiBase* (*)()>(::dlsym(m_library, "OrtGetApiBase")) : nullptr;
    m_table = base ? base()->getApi(apiVersion) : nullptr;
    if (!m_table)
        throw sdk::Failure(VIDIMUS_UNAVAILABLE, "ONNX Runtime cannot be opened at " + library);
    m_version = base()->getVersion();
    check(call<void*>(CreateEnv, logErrors, "vidimus", &m_environment));
    check(call<void*>(CreateCpuMemoryInfo, arenaAllocator, defaultMemory, &m_memory));
}

OnnxRuntime::~OnnxRuntime()
{
    // The library stays open: its threads' exit handlers may still run.
    if (m_memory)
        call<void>(ReleaseMemoryInfo, m_memory);
    if (m_environment)
        call<void>(ReleaseEnv, m_environment);
}

void OnnxRuntime::check(void* status) const
{
    if (!status)
        return;
    const std::string message = call<const char*>(GetErrorMessage, status);
    call<void>(ReleaseStatus, status);
    throw sdk::Failure(VIDIMUS_INTERNAL, "ONNX Runtime: " + message);
}

Network::Network(const OnnxRuntime& runtime, const std::string& model)
    : m_runtime(runtime)
{
    void* options = nullptr;
    runtime.check(runtime.call<void*>(CreateSessionOptions, &options));
    const auto released = [&](void* given) { runtime.call<void>(ReleaseSessionOptions, given); };
    const std::unique_ptr<void, decltype(released)> owner(options, released);
    // One thread: a pool does not survive the fork of a child, and pages run side by side anyway.
    runtime.check(runtime.call<void*>(SetIntraOpNumThreads, options, 1));
    runtime.check(runtime.call<void*>(SetInterOpNumThreads, options, 1));
    // Lines have as many widths as there are lines; a plan of memory for each would be kept.
    runtime.check(runtime.call<void*>(DisableMemPattern, options));
    runtime.check(runtime.call<void*>(SetGraphOptimizationLevel, options, allOptimisations));
    runtime.check(runtime.call<void*>(CreateSessionFromArray, runtime.m_environment,
        static_cast<const void*>(model.data()), model.size(), static_cast<const void*>(options), &m_session));
    void* allocator = nullptr;
    runtime.check(runtime.call<void*>(GetAllocatorWithDefaultOptions, &allocator));
    const auto nameBy = [&](int entry) {
        char* name = nullptr;
        runtime.check(runtime.call<void*>(entry, m_session, std::size_t{0}, allocator, &name));
        std::string copy = name;
        runtime.check(runtime.call<void*>(AllocatorFree, allocator, static_cast<void*>(name)));
        return copy;
    };
    m_input = nameBy(SessionGetInputName);
    m_output = nameBy(SessionGetOutputName);
}

Network::~Network()
{
    if (m_session)
        m_runtime.call<void>(ReleaseSession, m_session);
}

Tensor Network::run(Tensor& input) const
{
    const OnnxRuntime& runtime = m_runtime;
    const auto release = [&](void* value) { runtime.call<void>(ReleaseValue, value); };
    using Value = std::unique_ptr<void, decltype(release)>;
    void* raw = nullptr;
    runtime.check(runtime.call<void*>(CreateTensorWithData, static_cast<const void*>(runtime.m_memory),
        static_cast<void*>(input.values.data()), input.values.size() * sizeof(float),
        static_cast<const std::int64_t*>(input.shape.data()), input.shape.size(), floats, &raw));
    const Value given(raw, release);
    const char* inputs[] = {m_input.c_str()};
    const char* outputs[] = {m_output.c_str()};
    const void* values[] = {given.get()};
    raw = nullptr;
    runtime.check(runtime.call<void*>(Run, m_session, static_cast<const void*>(nullptr),
        static_cast<const char* const*>(inputs), static_cast<const void* const*>(values), std::size_t{1},
        static_cast<const char* const*>(outputs), std::size_t{1}, &raw));
    const Value result(raw, release);
    Tensor output;
    void* shape = nullptr;
    runtime.check(runtime.call<void*>(GetTensorTypeAndShape, static_cast<const void*>(result.get()), &shape));
    std::size_t dimensions = 0;
    runtime.check(runtime.call<void*>(GetDimensionsCount, static_cast<const void*>(shape), &dimensions));
    output.shape.resize(dimensions);
    runtime.check(runtime.call<void*>(GetDimensions, static_cast<const void*>(shape), output.shape.data(), dimensions));
    runtime.call<void>(ReleaseTensorTypeAndShapeInfo, shape);
    float* data = nullptr;
    runtime.check(runtime.call<void*>(GetTensorMutableData, result.get(), reinterpret_cast<void**>(&data)));
    const auto size
        = std::accumulate(output.shape.begin(), output.shape.end(), std::int64_t{1}, std::multiplies<std::int64_t>());
    output.values.assign(data, data + size);
    return output;
}

} // namespace vidimus::ppocr_engine
