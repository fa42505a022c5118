/*
 * Wine 8 没有 bcryptprimitives.dll，而 Go 程序一启动就向它要随机数（ProcessPrng），缺了立即退出。
 * 真正的 Windows 10/11 都有这个文件。这里做一个只有这一个函数的替身，转给 advapi32 里的 SystemFunction036，
 * 只放进 Wine 的 system32，不随程序发出去。
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
