#include "page_reader.hpp"

namespace vidimus::scan {
void PageReader::tellFacts(sdk::PassSink&) { }
} // namespace vidimus::scan
