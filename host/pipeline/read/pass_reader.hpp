#pragma once
#include "core/reading.hpp"
#include "core/result.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/services.hpp"

namespace vidimus::pipeline {

/// Pulls passes from a file and keeps each in its Reading: asked twice, read once.
class PassReader {
public:
    PassReader(FileReader& file, Reading& reading, Cancellation cancellation)
        : m_file(file)
        , m_reading(reading)
        , m_cancellation(std::move(cancellation))
    {
    }

    /// The pass, from the Reading or from the worker. The pointer lives as long as the Reading is not cleared.
    Result<const Pass*> pass(const PassRequest& request);
    /// A pass with the print of a design beside it, whose digest becomes part of the request.
    Result<const Pass*> pass(PassRequest request, const DesignPrint& print);
    const std::vector<Page>& pages() const { return m_file.pages(); }
    const Reading& reading() const { return m_reading; }
    FileReader& file() { return m_file; }
    bool cancelled() const { return m_cancellation.cancelled(); }

private:
    template <class Run> Result<const Pass*> kept(const PassRequest& request, Run&& run);

    FileReader& m_file;
    Reading& m_reading;
    Cancellation m_cancellation;
};

} // namespace vidimus::pipeline
