/*
 * Wine 8 lacks bcryptprimitives.dll, which Go programs ask for random numbers (ProcessPrng) at once;
 * without it they end. Real Windows 10 and 11 have it. This stand-in has that one function and passes
 * it on to SystemFunction036 of advapi32. It goes into Wine's system32 only and is never handed out.
 */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    /* ULONG 只有 32 位，长的分段取。 */
    while (length > 0) {
        ULONG part = length > 0x40000000 ? 0x40000000 : (ULONG)length;
        if (!SystemFunction036(data, part))
            return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
