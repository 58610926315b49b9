#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// The few calls of ONNX Runtime that the engine needs, through its C ABI: Debian has no package of it and the library
/// comes without headers. \source onnxruntime_c_api.h, API version 13: entries of the table never move.
namespace vidimus::ppocr_engine {

/// Dense floats with their shape.
struct Tensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// The library, opened once; outlives its networks.
class OnnxRuntime {
public:
    /// \param library path of libonnxruntime.so. Throws sdk::Failure(Unavailable) where it cannot be opened.
    explicit OnnxRuntime(const std::string& library);
    ~OnnxRuntime();
    OnnxRuntime(const OnnxRuntime&) = delete;
    OnnxRuntime& operator=(const OnnxRuntime&) = delete;

    const std::string& version() const { return m_version; }

private:
    friend class Network;
    template <class Returned, class... Arguments> Returned call(int entry, Arguments... arguments) const
    {
        return reinterpret_cast<Returned (*)(Arguments...)>(m_table[entry])(arguments...);
    }
    /// Throws sdk::Failure(Failed) with the library's words unless status is null.
    void check(void* status) const;

    void* m_library = nullptr;
    void* const* m_table = nullptr;
    void* m_environment = nullptr;
    void* m_memory = nullptr;
    std::string m_version;
};

/// A model with one input and one output, run in the caller's thread.
class Network {
public:
    /// \param model serialised. Throws sdk::Failure where it is none that the library knows.
    Network(const OnnxRuntime& runtime, const std::string& model);
    ~Network();
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    /// Throws sdk::Failure where the shape does not suit the model.
    Tensor run(Tensor& input) const;

private:
    const OnnxRuntime& m_runtime;
    void* m_session = nullptr;
    std::string m_input, m_output;
};

} // namespace vidimus::ppocr_engine
