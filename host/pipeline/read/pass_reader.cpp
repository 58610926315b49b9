#include "pipeline/read/pass_reader.hpp"

namespace vidimus::pipeline {

template <class Run> Result<const Pass*> PassReader::kept(const PassRequest& request, Run&& run)
{
    if (const Pass* known = m_reading.find(request))
        return known;
    if (m_cancellation.cancelled())
        return Error{ErrorKind::Cancelled, "cancelled", "pipeline"};
    auto read = run();
    if (!read)
        return read.error();
    read->request = request;
    m_reading.add(std::move(*read));
    return m_reading.find(request);
}

Result<const Pass*> PassReader::pass(const PassRequest& request)
{
    return kept(request, [&] { return m_file.run(request); });
}

Result<const Pass*> PassReader::pass(PassRequest request, const DesignPrint& print)
{
    request.exemplar = print.digest;
    return kept(request, [&] { return m_file.runWith(print, request); });
}

} // namespace vidimus::pipeline
